package org.holdfast.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** How many commands an account may send, over all its connections: one person's flood is nobody else's. */
@ApplicationScoped
public class Pace {
    private static final int MOST_ACCOUNTS = 100_000;

    private final int perSecond;
    private final int burst;
    private final Cache<Long, Bucket> buckets;

    @Inject
    public Pace(Settings settings) {
        perSecond = settings.number(Setting.COMMANDS_RATE);
        burst = settings.number(Setting.COMMANDS_BURST);
        // A bucket that nobody used for so long is full again.
        Duration refilled = Duration.ofSeconds(1 + burst / Math.max(1, perSecond));
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ACCOUNTS)
                .expireAfterAccess(refilled)
                .build();
    }

    /** For the container's proxy. */
    protected Pace() {
        perSecond = 0;
        burst = 0;
        buckets = null;
    }

    /** Takes one command's worth. @throws Refusal {@code rate_limited}, and when to try again */
    void take(long account) {
        if (perSecond == 0) return;
        ConsumptionProbe probe = buckets.get(account, id -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) return;
        long wait = 1 + TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill());
        throw new Refusal(Code.RATE_LIMITED, "You send faster than this server takes it.", wait);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
