package org.holdfast.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.jdbi.v3.core.Jdbi;

/** When people want quiet, and to be seen. Each change is an event of the account's log, for its other devices. */
@ApplicationScoped
public class Quiets {
    private final Jdbi jdbi;
    private final LogWriter writer;
    private final Profiles profiles;
    private final ShownPeople shown;

    @Inject
    public Quiets(Jdbi jdbi, LogWriter writer, Profiles profiles, ShownPeople shown) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.profiles = profiles;
        this.shown = shown;
    }

    /** For the container's proxy. */
    protected Quiets() {
        this(null, null, null, null);
    }

    public Quiet of(Account account) {
        return jdbi.withHandle(handle -> Quiet.read(handle, account.id(), System.currentTimeMillis()));
    }

    /** No event: all was so already. The stage may fail with {@code bad_field}. */
    public CompletionStage<List<Event>> change(Account account, QuietChange change) {
        return writer.submit(new Quieting(account, change));
    }

    /** Tells others what they may know of a change that is committed. It reads the database: not for the writer's thread. */
    public void show(Account account, QuietChange change) {
        if (change.isShown()) profiles.show(account.id());
        if (change.isOfPresence()) shown.changedHere();
    }
}
