package org.holdfast.log;

import java.util.ArrayList;
import java.util.List;

/** The newest frames of a log, addressed by sequence. Not safe for threads: {@link RoomLog} guards it. */
final class Ring {
    private static final int FIRST_LENGTH = 16;

    private final int capacity;
    private String[] frames = new String[FIRST_LENGTH];
    private long head;
    private int count;

    Ring(int capacity, long head) {
        this.capacity = capacity;
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
        if (count == frames.length && count < capacity) grow();
        head++;
        frames[index(head)] = frame;
        count = Math.min(count + 1, Math.min(frames.length, capacity));
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
