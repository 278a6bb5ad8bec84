package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Hashes passwords with PBKDF2, and checks them. */
@ApplicationScoped
public class Passwords {

    private static final Logger LOG = System.getLogger(Passwords.class.getName());
    /** Whoever tries a stolen table of hashes with graphics cards is to have work for years. */
    private static final int FEW_ROUNDS = 100_000;

    private static final long BUSY_RETRY_MILLIS = 2_000;

    private final int rounds;
    private final String ofNobody;

    /** A hash costs a processor a tenth of a second: a flood of logins may take half of them, not all. */
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    /** Those who wait for a turn hold a thread of the server each. */
    private final Semaphore waiting = new Semaphore(16);

    @Inject
    public Passwords(Settings settings) {
        rounds = settings.number(Setting.PASSWORD_ITERATIONS);
        if (rounds < FEW_ROUNDS)
            LOG.log(Level.WARNING, Setting.PASSWORD_ITERATIONS.key() + " is for tests alone: " + rounds);
        ofNobody = PasswordHash.of("", rounds).text();
    }

    /** For the container's proxy. */
    protected Passwords() {
        rounds = 0;
        ofNobody = null;
    }

    String hash(String password) {
        return inTurn(() -> PasswordHash.of(password, rounds).text());
    }

    boolean isRight(String password, String hash) {
        return inTurn(() -> PasswordHash.parse(hash).isOf(password));
    }

    /** As much work as a check of a real one, so that the time of an answer does not tell which names exist. */
    void checkNobody(String password) {
        isRight(password, ofNobody);
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!waiting.tryAcquire()) {
            throw new Refusal(Code.BUSY, "Too many are signing in at this moment.", BUSY_RETRY_MILLIS);
        }
        try {
            turns.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } finally {
            waiting.release();
        }
    }
}
