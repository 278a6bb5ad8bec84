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

    Comeback(Person person, Patience patience, Lane lane, Runnable open) {
        this.person = person;
        this.patience = patience;
        this.lane = lane;
        this.open = open;
    }

    /** @param health how long the connection had lived */
    void begin(Duration health) {
        if (health.compareTo(HEALTH) >= 0) tries = 0;
        ask();
    }

    void cancel() {
        if (timer != null) timer.cancel(false);
        if (stream != null) stream.close();
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
                case "notice" -> {
                    cancel();
                    var after = Json.parse(data).asJsonObject().getJsonNumber("after");
                    then(Duration.ofMillis(after.longValueExact()), open);
                }
                case "wait" -> then(limit(), this::backOff);
                case "close" -> {
                    cancel();
                    then(backoff(tries++), open);
                }
                default -> throw new IllegalStateException("reconnect stream sent " + name);
            }
        });
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
