package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.holdfast.log.LogWriter;
import org.jdbi.v3.core.Handle;

/** Changes what accounts are, and has it hold at once. */
@ApplicationScoped
public class AccountChanges {
    private final LogWriter writer;
    private final Standings standings;
    private final LoginSessions logins;
    private final AccessTokens tokens;
    private final Consumer<AccountChanged> changed;

    @Inject
    public AccountChanges(
            LogWriter writer,
            Standings standings,
            LoginSessions logins,
            AccessTokens tokens,
            Event<AccountChanged> changed) {
        this.writer = writer;
        this.standings = standings;
        this.logins = logins;
        this.tokens = tokens;
        this.changed = changed::fire;
    }

    /** For the container's proxy. */
    protected AccountChanges() {
        writer = null;
        standings = null;
        logins = null;
        tokens = null;
        changed = null;
    }

    /**
     * The stage may fail with {@code not_found}, or with {@code forbidden} for the last administrator.
     *
     * @param allowed asked within the transaction; throws a refusal
     */
    public CompletionStage<List<org.holdfast.log.Event>> change(
            Account by, long who, AccountUpdate update, Consumer<Handle> allowed) {
        return writer.submit(new AccountChange(by, who, update, allowed, this::hold));
    }

    /** First of all nobody is told any more what it was: whoever opens a connection now looks a second time. */
    private void hold(AccountChanged now) {
        forget(now.account());
        changed.accept(now);
    }

    /** It was changed, here or by another node: what it was is not believed any more. */
    public void forget(long account) {
        standings.forget(account);
        logins.forget(account);
        tokens.forget(account);
    }
}
