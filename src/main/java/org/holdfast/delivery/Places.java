package org.holdfast.delivery;

import java.util.Set;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * How many connections one account may have: for chat and for streams each, so that neither keeps the other out.
 *
 * @param chat 0: no limit
 * @param streams 0: no limit
 * @param nobodys readers that are not signed in; 0: none
 */
record Places(int chat, int streams, int nobodys) {
    static Places of(Settings settings) {
        return new Places(
                settings.number(Setting.CONNECTIONS_PER_ACCOUNT),
                settings.number(Setting.STREAMS_PER_ACCOUNT),
                settings.number(Setting.STREAMS_ANONYMOUS));
    }

    /** @param others of the same account */
    boolean areThere(Set<Subscriber> others, Subscriber next, String session) {
        long taken = others.stream()
                .filter(other -> other.purpose() == next.purpose())
                .count();
        if (next.login().isNobody()) return taken < nobodys;
        int most = next.purpose() == Purpose.CHAT ? chat : streams;
        return most == 0 || taken - replaced(others, session) < most;
    }

    /** At most one: who opens many of one session at once is counted. */
    private static int replaced(Set<Subscriber> set, String session) {
        return session != null && set.stream().anyMatch(other -> session.equals(other.session())) ? 1 : 0;
    }
}
