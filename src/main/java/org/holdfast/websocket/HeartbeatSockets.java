package org.holdfast.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.delivery.Beat;
import org.holdfast.delivery.Uptime;
import org.holdfast.delivery.Workers;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;

/** The sockets that only want to know whether the server lives. They need no login, so they are few and short-lived. */
@ApplicationScoped
public class HeartbeatSockets {
    static final int MOST_CHARS = 64;
    private static final int IDLE_BEATS = 3;

    private final Workers workers;
    private final long interval;
    private final int most;
    private final Map<String, Pulse> pulses = new ConcurrentHashMap<>();

    @Inject
    public HeartbeatSockets(Workers workers, Settings settings) {
        this.workers = workers;
        this.interval = settings.duration(Setting.HEARTBEAT_INTERVAL);
        this.most = settings.number(Setting.HEARTBEAT_SOCKETS);
    }

    /** For the container's proxy. */
    protected HeartbeatSockets() {
        workers = null;
        interval = 0;
        most = 0;
    }

    void open(Session session) {
        // Liveness is ours here too: the container's idle timer is put off by our own pings.
        Handshake.endIdleTimeout(session);
        if (pulses.size() >= most) end(new Pulse(session, Uptime.millis()), CloseCode.TRY_AGAIN_LATER);
        else pulses.put(session.getId(), new Pulse(session, Uptime.millis()));
    }

    void message(Session session, String text) {
        Pulse pulse = pulses.get(session.getId());
        if (pulse == null) return;
        pulse.heard(Uptime.millis());
        if (!"ping".equals(text) || !pulse.pong()) end(pulse, CloseCode.POLICY);
    }

    void ponged(Session session, ByteBuffer data) {
        Pulse pulse = pulses.get(session.getId());
        if (pulse != null) pulse.ponged(data, Uptime.millis());
    }

    void closed(Session session) {
        pulses.remove(session.getId());
    }

    void beat(@Observes Beat beat) {
        for (Pulse pulse : pulses.values()) {
            if (pulse.isSilent(beat.now(), interval * IDLE_BEATS)) end(pulse, CloseCode.TIMEOUT);
            else if (pulse.isDue(beat.now(), interval)) workers.tasks().execute(pulse::ping);
        }
    }

    private void end(Pulse pulse, CloseCode code) {
        pulses.remove(pulse.id(), pulse);
        workers.closes().execute(() -> pulse.close(code));
    }
}
