package org.holdfast.lab;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;

/** The way back after a connection ended (protocol, section 5.2). Lives on the lane. */
final class Comeback implements SseReader.Ear {
    private static final long BACKOFF_BASE_MILLIS = 1000;
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration HEALTH = Duration.ofSeconds(60);

    private final Person person;
    private final Patience patience;
    private final Lane lane;
    private final Runnable open;
    private SseReader stream;
    private ScheduledFuture<?> timer;
    private int tries;
    /** The server announced the end, and wants this client back so much later. */
    private Duration rest = Duration.ZERO;
    // Written on the lane, read by tests.
    private volatile Duration openedAt = Duration.ZERO;
    private volatile Duration endedAt;
    private volatile Duration dueAt;
    private volatile boolean waits;

    Comeback(Person person, Patience patience, Lane lane, Runnable open) {
        this.person = person;
        this.patience = patience;
        this.lane = lane;
        this.open = open;
    }

    /** A connection opened. */
    void opened() {
        openedAt = Lane.now();
    }

    /** Section 5.3: the connection will be closed. */
    void farewell(Duration after) {
        rest = after;
    }

    /** @param wasLive whether the connection that ended had been welcomed */
    void begin(boolean wasLive) {
        endedAt = Lane.now();
        if (wasLive && endedAt.minus(openedAt).compareTo(HEALTH) >= 0) tries = 0;
        dueAt = null;
        then(rest, this::ask);
        rest = Duration.ZERO;
    }

    /** When the last connection opened, by the clock of the lane. */
    Duration openedAt() {
        return openedAt;
    }

    /** When the last connection ended. */
    Duration endedAt() {
        return endedAt;
    }

    /** The slot that the server gave since then; null: none yet. */
    Duration dueAt() {
        return dueAt;
    }

    /** Whether it was told to stay on the stream, and is there. */
    boolean waits() {
        return waits;
    }

    void cancel() {
        if (timer != null) timer.cancel(false);
        if (stream != null) stream.close();
        waits = false;
        timer = null;
        stream = null;
    }

    private void ask() {
        cancel();
        stream = SseReader.open(person, "api/reconnect", this);
        then(patience.notice(), this::backOff);
    }

    private void backOff() {
        cancel();
        then(backoff(tries++), this::ask);
    }

    private Duration backoff(int n) {
        var doubled = BACKOFF_BASE_MILLIS << Math.min(n, MOST_DOUBLINGS);
        var floor = patience.backoffFloor().toMillis();
        var cap = Math.max(floor + 1, Math.min(patience.backoffCap().toMillis(), doubled));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(floor, cap));
    }

    @Override
    public void event(SseReader from, String name, String data) {
        onLane(from, () -> {
            switch (name) {
                case "notice" ->
                    come(Duration.ofMillis(Json.parse(data)
                            .asJsonObject()
                            .getJsonNumber("after")
                            .longValueExact()));
                case "wait" -> {
                    waits = true;
                    then(limit(), this::backOff);
                }
                case "close" -> {
                    cancel();
                    then(backoff(tries++), open);
                }
                default -> throw new IllegalStateException("reconnect stream sent " + name);
            }
        });
    }

    private void come(Duration after) {
        cancel();
        dueAt = Lane.now().plus(after);
        then(after, open);
    }

    @Override
    public void life(SseReader from) {
        onLane(from, () -> then(limit(), this::backOff));
    }

    @Override
    public void ended(SseReader from) {
        onLane(from, this::backOff);
    }

    /** A stream that is told to wait shows life by comments; half-open it would be waited for in vain for ever. */
    private Duration limit() {
        return patience.silenceLimit().isZero() ? Duration.ofSeconds(50) : patience.silenceLimit();
    }

    private void onLane(SseReader from, Runnable task) {
        lane.run(() -> {
            if (from == stream) task.run();
        });
    }

    private void then(Duration delay, Runnable next) {
        if (timer != null) timer.cancel(false);
        timer = lane.after(delay, next);
    }
}
