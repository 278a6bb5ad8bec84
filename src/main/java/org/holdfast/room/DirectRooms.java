package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.LogWriter;
import org.holdfast.wire.Fields;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rooms of two people, or of a group: each set of people has one. */
@ApplicationScoped
public class DirectRooms {
    private static final int MOST_PEOPLE = 20;

    private final Jdbi jdbi;
    private final LogWriter writer;
    private final Access access;
    private final Memberships memberships;

    @Inject
    public DirectRooms(Jdbi jdbi, LogWriter writer, Access access, Memberships memberships) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.access = access;
        this.memberships = memberships;
    }

    /** For the container's proxy. */
    protected DirectRooms() {
        this(null, null, null, null);
    }

    /**
     * The room of an account with others; made when there is none.
     *
     * @throws org.holdfast.wire.Refusal {@code bad_field}; the stage may fail with {@code forbidden} or {@code not_found}
     */
    public CompletionStage<Long> open(Account by, Collection<Long> others) {
        Set<Long> people = new HashSet<>(others);
        people.add(by.id());
        if (people.size() < 2 || people.size() > MOST_PEOPLE)
            throw Fields.bad("people", "must name 1 to " + (MOST_PEOPLE - 1) + " others");
        DirectOpening opening = new DirectOpening(by, people, access, memberships);
        return writer.submit(opening)
                .thenApply(events -> events.isEmpty()
                        ? jdbi.<Long, RuntimeException>withHandle(
                                handle -> find(handle, opening.key()).orElseThrow())
                        : events.get(0).log());
    }

    static Optional<Long> find(Handle handle, String people) {
        return handle.createQuery("SELECT log FROM room WHERE people = :people")
                .bind("people", people)
                .mapTo(Long.class)
                .findOne();
    }
}
