package org.holdfast.bench;

/** Counts what one wire hears of its room, and that it is whole: each post's number is the one before, plus one. */
final class Ear implements Scan.Found {
    private final BenchRoom room;
    private final Tally tally;
    private final boolean isSender;
    private long last;
    private long now;
    private String welcome = "";

    Ear(BenchRoom room, Tally tally, boolean isSender) {
        this.room = room;
        this.tally = tally;
        this.isSender = isSender;
    }

    /** The number of the last post it heard. */
    long last() {
        return last;
    }

    /** What a sender was welcomed with. */
    String welcome() {
        return welcome;
    }

    void welcome(String text) {
        if (isSender) welcome = text;
    }

    /** @return up to where it is read */
    int hear(byte[] bytes, int from, int to) {
        now = System.nanoTime();
        return isSender ? Scan.all(bytes, from, to, this) : Scan.events(bytes, from, to, this);
    }

    @Override
    public void event(long number, long nanos) {
        if (number != last + 1) tally.disordered();
        last = number;
        tally.delivered(now, nanos);
        room.delivered(number);
    }

    @Override
    public void ack(long number) {
        tally.acked(now, room.acked(number));
    }

    @Override
    public void refused(String text) {
        tally.refused(text);
    }
}
