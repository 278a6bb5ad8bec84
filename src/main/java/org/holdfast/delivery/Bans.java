package org.holdfast.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * Accounts that were closed for going on too fast, until they may come in again. Without this they would come back at once, with a
 * new thousand of commands to refuse, which costs the others more than refusing a connection does.
 */
final class Bans {
    private static final int MOST = 10_000;
    private static final int OFTEN = 3;

    /** @param told how often it was told to whoever came in spite of it */
    private record Ban(long end, AtomicInteger told) {}

    private final long length;
    private volatile long lastEnd = Long.MIN_VALUE;
    private final Map<Long, Ban> bans = new ConcurrentHashMap<>();

    /** @param length in milliseconds; 0: nobody is banned */
    Bans(long length) {
        this.length = length;
    }

    void add(long account, long now) {
        if (bans.size() >= MOST) bans.values().removeIf(ban -> ban.end <= now);
        // So many at once are no mistake of a program: what each may have is limited all the same.
        if (length == 0 || bans.size() >= MOST) return;
        bans.put(account, new Ban(now + length, new AtomicInteger()));
        lastEnd = now + length;
    }

    /** Whether all have ended: what is the case nearly always costs a handshake nothing. */
    boolean areOver(long now) {
        return lastEnd <= now;
    }

    /** @throws Refusal {@code rate_limited}, and when to try again */
    void check(long account, long now) {
        Ban ban = bans.get(account);
        if (ban == null) return;
        if (ban.end > now) {
            ban.told.incrementAndGet();
            throw refusal(ban, now);
        }
        bans.remove(account, ban);
    }

    /** As {@link #check}, for those only who were told so often already. */
    void checkInsistent(long account, long now) {
        Ban ban = bans.get(account);
        if (ban != null && ban.end > now && ban.told.get() >= OFTEN) throw refusal(ban, now);
    }

    private static Refusal refusal(Ban ban, long now) {
        return new Refusal(Code.RATE_LIMITED, "You went on faster than this server takes it.", ban.end - now);
    }
}
