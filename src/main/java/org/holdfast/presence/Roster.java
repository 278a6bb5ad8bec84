package org.holdfast.presence;

/**
 * Who is in one room, and who types there. Each change has a number; whoever was told up to a number is told what is newer, of each account
 * only the newest.
 */
final class Roster {
    // Guarded by this.
    private final Present present;
    private final Typists typists;

    /** The newest change. Written under the lock, read without. */
    private volatile long version;

    Roster(long room, int mostPresent) {
        present = new Present(room, mostPresent);
        typists = new Typists(room);
    }

    /** What may change in it. */
    interface Change {
        /** @return false: that is nothing new */
        boolean in(Present present, Typists typists, long number);
    }

    /** @return false: that is nothing new, and the number is free */
    synchronized boolean change(long number, Change change) {
        if (!change.in(present, typists, number)) return false;
        version = number;
        return true;
    }

    long version() {
        return version;
    }

    /** @return whether nothing is left */
    synchronized boolean forgetGone(long upTo) {
        present.forgetGone(upTo);
        return present.isEmpty() && typists.isEmpty();
    }

    /** The frames for whoever was told up to there, joined by a comma; empty: nothing is new. */
    synchronized String since(long told) {
        String here = present.since(told);
        String typing = typists.since(told);
        // As it is when it is alone: one text for thousands.
        if (here == null || typing == null) return here != null ? here : typing != null ? typing : "";
        return here + "," + typing;
    }
}
