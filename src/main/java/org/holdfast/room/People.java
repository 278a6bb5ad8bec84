package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** Finds people, brings them into rooms, takes them out, and makes them something there. */
@ApplicationScoped
public class People {
    /** Of accounts that the statement calls {@code a}: those whom {@code :account} may know of; if {@code :everybody} is 1, all. */
    public static final String KNOWN = "(:everybody = 1 OR a.id IN (SELECT other.account FROM membership mine"
            + " JOIN membership other ON other.room = mine.room WHERE mine.account = :account))";

    private static final int MOST_FOUND = 50;

    private final Jdbi jdbi;
    private final LogWriter writer;
    private final Access access;
    private final Memberships memberships;

    @Inject
    public People(Jdbi jdbi, LogWriter writer, Access access, Memberships memberships) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.access = access;
        this.memberships = memberships;
    }

    /** For the container's proxy. */
    protected People() {
        this(null, null, null, null);
    }

    /** Whose names have this in them, by name; of those whom the account may know of. */
    public List<Member> find(Account account, String part) {
        String wanted = "%" + new Name(part).key().replaceAll("[%_!]", "!$0") + "%";
        return jdbi.withHandle(handle -> handle.createQuery("SELECT a.id, a.name, a.display_name FROM account a"
                        + " WHERE a.disabled_at IS NULL"
                        + " AND (a.name_key LIKE :wanted ESCAPE '!' OR LOWER(a.display_name) LIKE :wanted ESCAPE '!')"
                        + " AND " + KNOWN + " ORDER BY a.name_key FETCH FIRST " + MOST_FOUND + " ROWS ONLY")
                .bind("wanted", wanted)
                .bind("everybody", access.may(account.id(), SitePermission.FIND_PEOPLE) ? 1 : 0)
                .bind("account", account.id())
                .map((row, context) -> new Member(row.getLong(1), row.getString(2), row.getString(3), null))
                .list());
    }

    /** Adding whoever is there changes nothing. */
    public CompletionStage<List<Event>> add(Account by, long who, long room) {
        return writer.submit(new Joining(by, who, room, access, memberships));
    }

    public CompletionStage<List<Event>> remove(Account by, long who, long room) {
        return writer.submit(new Leaving(by, who, room, access, memberships));
    }

    public CompletionStage<List<Event>> make(Account by, long who, RoomRole role, long room) {
        return writer.submit(new RoleChange(by, who, role, room, access, memberships));
    }

    static Refusal notFound() {
        return new Refusal(Code.NOT_FOUND, "There is no such person here.");
    }
}
