package org.holdfast.file;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** How many uploads go on at once: each holds a thread of the server for as long as its sender takes. */
final class Uploads {
    private static final long RETRY_MILLIS = 2_000;

    private final Semaphore places;
    private final int perAccount;
    private final Map<Long, Integer> ofAccount = new ConcurrentHashMap<>();

    /** The end of one. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    Uploads(int places, int perAccount) {
        this.places = new Semaphore(places);
        this.perAccount = perAccount;
    }

    /** @throws Refusal {@code busy} */
    Place begin(long account) {
        int own = ofAccount.merge(account, 1, Integer::sum);
        if (own > perAccount || !places.tryAcquire()) {
            forget(account);
            throw new Refusal(Code.BUSY, "Other uploads are under way. Try again.", RETRY_MILLIS);
        }
        return () -> {
            places.release();
            forget(account);
        };
    }

    private void forget(long account) {
        ofAccount.computeIfPresent(account, (id, count) -> count == 1 ? null : count - 1);
    }
}
