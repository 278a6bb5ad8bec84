package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Stand for a login once, soon: for a page that may not know what signs it in, where a browser can show nothing else. */
@ApplicationScoped
public class Tickets {
    public static final Duration LIFE = Duration.ofSeconds(30);

    private final Jdbi jdbi;
    private final LoginSessions sessions;
    private final AccessTokens tokens;
    private final Clock clock;

    @Inject
    public Tickets(Jdbi jdbi, LoginSessions sessions, AccessTokens tokens) {
        this(jdbi, sessions, tokens, Clock.systemUTC());
    }

    Tickets(Jdbi jdbi, LoginSessions sessions, AccessTokens tokens, Clock clock) {
        this.jdbi = jdbi;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected Tickets() {
        this(null, null, null, null);
    }

    /** Told to whoever asked for it, and never again. */
    public Secret issue(Login login) {
        Secret secret = Secret.next();
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO ticket (ticket_hash, holder, expires_at) VALUES (?, ?, ?)",
                secret.hash(),
                login.tokenHash(),
                clock.millis() + LIFE.toMillis()));
        return secret;
    }

    /** Whose it is, if it was not used and is not over; from now on it is worth nothing. A ticket reaches no farther than {@code WRITE}. */
    Optional<Login> redeem(String text) {
        Secret secret = new Secret(text);
        return secret.isWellFormed()
                ? take(secret.hash()).flatMap(this::holder).map(Tickets::narrowed)
                : Optional.empty();
    }

    private Optional<String> take(String hash) {
        return jdbi.inTransaction(transaction -> {
            Optional<String> holder = transaction
                    .select("SELECT holder FROM ticket WHERE ticket_hash = ? AND expires_at > ?", hash, clock.millis())
                    .mapTo(String.class)
                    .findOne();
            // Of two who show it at the same moment one deletes it.
            boolean isTaken = transaction.execute("DELETE FROM ticket WHERE ticket_hash = ?", hash) == 1;
            return holder.filter(found -> isTaken);
        });
    }

    private Optional<Login> holder(String hash) {
        return sessions.ofHash(hash).or(() -> tokens.ofHash(hash));
    }

    private static Login narrowed(Login login) {
        Scope scope = login.scope().covers(Scope.WRITE) ? Scope.WRITE : login.scope();
        return new Login(login.account(), login.tokenHash(), scope);
    }

    void deleteExpired() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM ticket WHERE expires_at <= ?", clock.millis()));
    }
}
