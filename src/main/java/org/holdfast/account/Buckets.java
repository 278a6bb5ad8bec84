package org.holdfast.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** How often each of many may do something: one person's flood is nobody else's. */
public final class Buckets {
    private static final int MOST = 100_000;

    private final int amount;
    private final Duration period;
    private final int burst;
    private final Cache<Object, Bucket> buckets;

    /** @param perSecond 0: as often as they like */
    public Buckets(int perSecond, int burst) {
        this(perSecond, Duration.ofSeconds(1), burst);
    }

    /** @param amount in each period; 0: as often as they like */
    public Buckets(int amount, Duration period, int burst) {
        this.amount = amount;
        this.period = period;
        this.burst = burst;
        // A bucket that nobody used for so long is full again.
        Duration refilled = period.multipliedBy(1 + burst / Math.max(1, amount));
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(refilled)
                .build();
    }

    /** Takes one. @param whose an account, or an address @throws Refusal {@code rate_limited}, and when to try again */
    public void take(Object whose) {
        if (amount == 0) return;
        ConsumptionProbe probe = buckets.get(whose, key -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return;
        long wait = 1 + TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill());
        throw new Refusal(Code.RATE_LIMITED, "You send faster than this server takes it.", wait);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(amount, period))
                .build();
    }
}
