package org.holdfast.delivery;

import org.holdfast.log.RoomLog;
import org.holdfast.log.Slice;
import org.holdfast.wire.Frames;

/** One log that a connection is sent, and how far. */
final class Followed {
    private final RoomLog log;

    /** Written by the pump alone, which runs once at a time. */
    private volatile long position;

    /** The last sequence that may be sent: the end of the membership. Set before anything newer is in the log. */
    private volatile long last = Long.MAX_VALUE;

    /** Older events that were read for the position. Handed from the reader to the pump. */
    private volatile Slice page;

    /** Goes ahead of the events; null: it is said. Written before the hold ends, then by the pump. */
    private volatile String announcement;

    /** Whether nothing may be sent yet. */
    private volatile boolean held;

    /** The account's own log, and how far it goes ahead of the announcement; null: it does not. Written before the hold ends. */
    private volatile Followed ahead;

    private volatile long aheadTo;

    /** How far its peer was told who is here. Written by the pump alone; read by whoever asks for the cursor. */
    private volatile long told;

    /** @param told how far the client was told who is here; 0: not at all */
    Followed(Start start, long told) {
        this.log = start.log();
        this.position = start.position();
        this.told = told;
    }

    static Followed held(Start start) {
        Followed followed = new Followed(start, 0);
        followed.held = true;
        return followed;
    }

    /**
     * Ends the hold.
     *
     * @param own the account's log, which may say yet that the room was left before: the client would take that for the new beginning's end;
     *     null: there is none
     */
    void release(String first, Followed own) {
        if (own != null) aheadTo = own.log.head();
        ahead = own;
        announcement = first;
        held = false;
    }

    boolean isHeld() {
        return held || ahead != null && ahead.position < aheadTo;
    }

    /** What goes ahead of its events, once; null: nothing. */
    String announce() {
        String first = announcement;
        announcement = null;
        return first;
    }

    RoomLog log() {
        return log;
    }

    /** Of two ends the first counts: what came after it was of another membership. */
    void endAt(long sequence) {
        last = Math.min(last, sequence);
    }

    boolean isOf(long id) {
        return log.id() == id;
    }

    /** Not before its announcement: whoever comes back then has to be told of it. Not after its end: it is no log of the account any more. */
    boolean isInCursor() {
        return !held && announcement == null && !isCut();
    }

    /** Whether the membership has ended. */
    boolean isCut() {
        return last < Long.MAX_VALUE;
    }

    /** Whether nothing of it is to be sent any more: also when it was never announced, since that it was left may be said already. */
    boolean isOver() {
        return isCut() && (announcement != null || position >= last);
    }

    boolean hasNews() {
        return position < Math.min(log.head(), last);
    }

    /** Whether what comes next is not kept any more. */
    boolean isOverrun() {
        return page == null && position < log.keptAfter();
    }

    /** What is before it was deleted, and the log was not told. Not beyond its head: what came after that is unknown here yet. */
    void keepAfter(long sequence) {
        log.keepAfter(Math.min(sequence, log.head()));
    }

    /** Goes on with what is kept. @return the frame that says so */
    String skip() {
        position = log.keptAfter();
        return Frames.frame("reset", "{" + new Start(log, position, log.head(), "expired").json() + "}");
    }

    /** What to send next; null: it has to be read, {@link #put} it here. */
    Slice take(int mostChars) {
        Slice slice = isNext(page) ? page : log.after(position, last, mostChars);
        page = null;
        if (slice != null) position = slice.to();
        return slice;
    }

    /** It was read for a position; events may have been skipped since. */
    private boolean isNext(Slice read) {
        return read != null && read.after() == position;
    }

    long position() {
        return position;
    }

    long told() {
        return told;
    }

    void tellFrom(long number) {
        told = number;
    }

    long last() {
        return Math.min(log.head(), last);
    }

    void put(Slice slice) {
        page = slice;
    }
}
