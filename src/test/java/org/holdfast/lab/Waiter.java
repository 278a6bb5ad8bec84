package org.holdfast.lab;

import java.time.Duration;

/** Somebody who waits on the reconnect stream to be told when to come back (protocol, section 5.2). */
final class Waiter implements SseReader.Ear {
    private volatile boolean waits;
    private volatile Duration dueAt;

    Waiter(Person person) {
        SseReader.open(person, "api/reconnect", this);
    }

    boolean waits() {
        return waits;
    }

    /** When to come back, by the clock of the lane; null: not told yet. */
    Duration dueAt() {
        return dueAt;
    }

    @Override
    public void event(SseReader from, String name, String data) {
        if (name.equals("wait")) waits = true;
        else dueAt = Lane.now().plusMillis(Json.parse(data).asJsonObject().getInt("after"));
    }

    @Override
    public void life(SseReader from) {
        // Only the notices count.
    }

    @Override
    public void ended(SseReader from) {
        // After its notice.
    }
}
