package org.holdfast.presence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who is in one room, who types there, and how they show themselves. Each change has a number; whoever was told up to a number is told what is newer, of each account
 * only the newest.
 */
final class Roster {
    // Guarded by this.
    private final Present present;
    private final Typists typists;
    private final Cards cards;

    /** The newest change. Written under the lock, read without. */
    private volatile long version;

    Roster(long room, int mostPresent) {
        present = new Present(room, mostPresent);
        typists = new Typists(room);
        cards = new Cards(room);
    }

    /** What may change in it. */
    interface Change {
        /** @return false: that is nothing new */
        boolean in(Roster roster, long number);
    }

    /** @return false: that is nothing new, and the number is free */
    synchronized boolean change(long number, Change change) {
        if (!change.in(this, number)) return false;
        version = number;
        return true;
    }

    Present present() {
        return present;
    }

    Typists typists() {
        return typists;
    }

    Cards cards() {
        return cards;
    }

    long version() {
        return version;
    }

    /** @return whether nothing is left */
    synchronized boolean forgetGone(long upTo) {
        present.forgetGone(upTo);
        cards.forget(upTo);
        return present.isEmpty() && typists.isEmpty() && cards.isEmpty();
    }

    /** The frames for whoever was told up to there, joined by a comma; empty: nothing is new. */
    synchronized String since(long told) {
        List<String> news = Stream.of(present.since(told), typists.since(told), cards.since(told))
                .filter(Objects::nonNull)
                .toList();
        // As it is when it is alone: one text for thousands.
        return news.size() == 1 ? news.get(0) : String.join(",", news);
    }
}
