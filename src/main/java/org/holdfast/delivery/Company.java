package org.holdfast.delivery;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.holdfast.presence.Rosters;
import org.holdfast.presence.Told;

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

    boolean isWanted() {
        return wanted;
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

    /**
     * How far it was told. A poll may be full before the last room was reached: the next one goes on there.
     *
     * @param logs the account's own, of which there is nothing to tell, and the rooms: by their ids, but for those that were joined meanwhile
     */
    String token(List<Followed> logs) {
        List<Followed> rooms = logs.stream()
                .skip(1)
                .filter(Followed::isInCursor)
                .sorted(Comparator.comparingLong(room -> room.log().id()))
                .toList();
        List<Followed> told = rooms.stream().takeWhile(log -> log.told() > 0).toList();
        if (told.isEmpty()) return rosters.token(rooms.isEmpty() ? all() : Told.NOTHING);
        long number = told.stream().mapToLong(Followed::told).min().orElseThrow();
        boolean isAll = told.size() == rooms.size();
        return rosters.token(new Told(
                number, isAll ? Long.MAX_VALUE : told.get(told.size() - 1).log().id()));
    }

    private Told all() {
        return new Told(rosters.number(), Long.MAX_VALUE);
    }
}
