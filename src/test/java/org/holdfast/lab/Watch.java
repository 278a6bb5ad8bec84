package org.holdfast.lab;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** A client's watch over one connection (protocol, section 5): pings when it has been silent, gives up when the server has. */
final class Watch {
    private static final int LOOKS_PER_INTERVAL = 4;

    private final Lane lane;
    private final Runnable ping;
    private final Runnable giveUp;
    private ScheduledFuture<?> timer;
    private Duration heard = Duration.ZERO;
    private Duration sent = Duration.ZERO;

    Watch(Lane lane, Runnable ping, Runnable giveUp) {
        this.lane = lane;
        this.ping = ping;
        this.giveUp = giveUp;
    }

    /** Begins, or goes on with other limits; without limits it waits to be told them. */
    void begin(Patience limits) {
        end();
        heard = Lane.now();
        if (limits.silenceLimit().isZero()) return;
        timer = lane.every(limits.pingInterval().dividedBy(LOOKS_PER_INTERVAL), () -> look(limits));
    }

    void end() {
        if (timer != null) timer.cancel(false);
    }

    void heard() {
        heard = Lane.now();
    }

    void sent() {
        sent = Lane.now();
    }

    private void look(Patience limits) {
        var now = Lane.now();
        if (now.minus(heard).compareTo(limits.silenceLimit()) > 0) giveUp.run();
        else if (now.minus(sent).compareTo(limits.pingInterval()) > 0) ping.run();
    }
}
