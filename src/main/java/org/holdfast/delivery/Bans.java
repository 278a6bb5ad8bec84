package org.holdfast.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * Accounts that were closed for going on too fast, until they may come in again. Without this they would come back at once, with a
 * new thousand of commands to refuse, which costs the others more than refusing a connection does.
 */
final class Bans {
    private static final int MOST = 10_000;

    private final long length;
    private final Map<Long, Long> ends = new ConcurrentHashMap<>();

    /** @param length in milliseconds; 0: nobody is banned */
    Bans(long length) {
        this.length = length;
    }

    void add(long account, long now) {
        if (ends.size() >= MOST) ends.values().removeIf(end -> end <= now);
        // So many at once are no mistake of a program: what each may have is limited all the same.
        if (length > 0 && ends.size() < MOST) ends.put(account, now + length);
    }

    /** @throws Refusal {@code rate_limited}, and when to try again */
    void check(long account, long now) {
        Long end = ends.get(account);
        if (end == null) return;
        if (end > now) throw new Refusal(Code.RATE_LIMITED, "You went on faster than this server takes it.", end - now);
        ends.remove(account, end);
    }
}
