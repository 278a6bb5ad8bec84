package org.holdfast.delivery;

import java.util.Collection;
import org.holdfast.presence.Rosters;

/** Who is here and who types, for one connection that wants to know: of each room after its events, so that it is the first to be left out. */
final class Company {
    private final Rosters rosters;
    private volatile boolean wanted;

    Company(Rosters rosters) {
        this.rosters = rosters;
    }

    void want(boolean wanted) {
        this.wanted = wanted;
    }

    void into(Outgoing text, Collection<Followed> logs) {
        if (!wanted) return;
        // Before the rosters are looked at: what comes meanwhile is told the next time, once more perhaps.
        long number = rosters.number();
        for (Followed log : logs) {
            if (text.isFull()) return;
            if (log.told() < number && log.isInCursor() && !log.hasNews()) tell(log, number, text);
        }
    }

    private void tell(Followed log, long number, Outgoing text) {
        String news = rosters.news(log.log().id(), log.told());
        if (!news.isEmpty()) text.add(news);
        log.tellFrom(number);
    }

    /** How far it was told of all of them. */
    String token(Collection<Followed> logs) {
        return rosters.token(logs.stream()
                .filter(Followed::isInCursor)
                .mapToLong(Followed::told)
                .min()
                .orElse(0));
    }
}
