package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * Lets a few WebSocket handshakes go on at once, first come, first served. After a start all clients come together, and a server gives each a thread:
 * two hundred of them share the processors evenly, and a message of somebody who is back already has a two-hundredth of one for each step of its way.
 * Whoever waits here holds a thread, and takes no processor; all of them together are not back later for it.
 */
@ApplicationScoped
public class HandshakeTurns {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long RETRY_MILLIS = 1_000;

    private final long patience;
    private final Semaphore turns;

    @Inject
    public HandshakeTurns(Settings settings) {
        this(settings.number(Setting.HANDSHAKES), PATIENCE_MILLIS);
    }

    /** @param most 0: as many as the server has threads for @param patience in milliseconds */
    HandshakeTurns(int most, long patience) {
        this.patience = patience;
        turns = new Semaphore(most == 0 ? Integer.MAX_VALUE : most, true);
    }

    /** For the container's proxy. */
    protected HandshakeTurns() {
        this(0, 0);
    }

    /** Whoever took one has to {@link #give} it back. @throws Refusal {@code busy}: none was free for too long */
    void take() {
        boolean is = false;
        try {
            is = turns.tryAcquire(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (!is) throw new Refusal(Code.BUSY, "Too many connect at this moment.", RETRY_MILLIS);
    }

    void give() {
        turns.release();
    }
}
