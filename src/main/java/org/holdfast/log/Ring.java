package org.holdfast.log;

import java.util.ArrayList;
import java.util.List;

/** The newest frames of a log, addressed by sequence. Not safe for threads: {@link RoomLog} guards it. */
final class Ring {
    private static final int FIRST_LENGTH = 16;

    private final int capacity;
    private final long mostChars;
    private String[] frames = new String[FIRST_LENGTH];
    private long head;
    private int count;
    private long chars;

    Ring(RingSize size, long head) {
        this.capacity = size.events();
        this.mostChars = size.chars();
        this.head = head;
    }

    long head() {
        return head;
    }

    /** The position from which on everything is in here. */
    long base() {
        return head - count;
    }

    void add(String frame) {
        if (count == capacity) dropOldest();
        if (count == frames.length) grow();
        head++;
        frames[index(head)] = frame;
        count++;
        chars += frame.length();
        while (count > 1 && chars > mostChars) dropOldest();
    }

    private void dropOldest() {
        int oldest = index(base() + 1);
        chars -= frames[oldest].length();
        frames[oldest] = null;
        count--;
    }

    List<String> after(long position, long last) {
        List<String> newer = new ArrayList<>((int) (last - position));
        for (long sequence = position + 1; sequence <= last; sequence++) newer.add(frames[index(sequence)]);
        return newer;
    }

    private void grow() {
        String[] longer = new String[Math.min(capacity, frames.length * 4)];
        for (long sequence = base() + 1; sequence <= head; sequence++)
            longer[(int) (sequence % longer.length)] = frames[index(sequence)];
        frames = longer;
    }

    private int index(long sequence) {
        return (int) (sequence % frames.length);
    }
}
