package org.holdfast.delivery;

import java.util.ArrayDeque;
import java.util.Queue;

/** Frames for one connection alone: answers to its commands. Bounded: who asks and never reads is a slow consumer. */
final class Replies {
    private static final int MOST = 1_024;

    /** Guarded by this. */
    private final Queue<String> frames = new ArrayDeque<>();

    /** @return false: it is full */
    synchronized boolean add(String frame) {
        return frames.size() < MOST && frames.add(frame);
    }

    /** Moves as many as fit. */
    synchronized void moveTo(Outgoing text) {
        while (!frames.isEmpty() && !text.isFull()) text.add(frames.remove());
    }
}
