package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.holdfast.backplane.Backplane;
import org.holdfast.backplane.Hint;
import org.holdfast.presence.PresenceState;
import org.holdfast.presence.Presences;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * Who is at this node is known at the others, and the other way round. A node says it when it changes, and again and again: what is lost
 * comes once more, and who is at a node that dies without a word is believed to be there for a while only.
 */
@ApplicationScoped
public class PresenceElsewhere {
    private static final String PRESENCE = "presence";
    private static final String ASKED = "presences";

    /** So often it is said again in the time for which it is believed. */
    private static final int TIMES = 3;

    private final Backplane backplane;
    private final Presences presences;
    private final LiveConnections connections;
    private final long interval;

    /** By {@link Uptime}; 0: somebody has asked. */
    private volatile long saidAt = Uptime.millis();

    @Inject
    public PresenceElsewhere(Backplane backplane, Presences presences, LiveConnections connections, Settings settings) {
        this.backplane = backplane;
        this.presences = presences;
        this.connections = connections;
        this.interval = settings.duration(Setting.PRESENCE_GRACE);
    }

    /** For the container's proxy. */
    protected PresenceElsewhere() {
        backplane = null;
        presences = null;
        connections = null;
        interval = 0;
    }

    /** From now on. */
    public void begin() {
        presences.announceTo(this::say);
        backplane.hear(PRESENCE, this::believe);
        backplane.hear(ASKED, asked -> saidAt = 0);
        backplane.hearOfLosses(() -> backplane.tell(new Hint(ASKED, "all", "")));
    }

    void beat(@Observes Beat beat) {
        if (saidAt > 0 && beat.now() - saidAt < interval) return;
        saidAt = beat.now();
        presences.here().forEach(this::say);
    }

    private void say(long account, PresenceState state) {
        backplane.tell(new Hint(PRESENCE, "" + account, connections.node() + " " + state.wireName()));
    }

    private void believe(Hint hint) {
        String[] said = hint.text().split(" ");
        PresenceState state = PresenceState.of("state", said[1]);
        presences.sayElsewhere(Long.parseLong(hint.about()), said[0], state, Uptime.millis() + TIMES * interval);
    }
}
