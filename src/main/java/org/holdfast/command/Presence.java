package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.account.Scope;
import org.holdfast.delivery.Attendance;
import org.holdfast.delivery.Caller;
import org.holdfast.presence.PresenceState;
import org.holdfast.wire.Fields;

/** {@code presence}: as what a session shows its person. Without an answer. */
@ApplicationScoped
class Presence implements Command {
    private static final int MOST_STATE = 16;

    private final Attendance attendance;

    @Inject
    Presence(Attendance attendance) {
        this.attendance = attendance;
    }

    /** For the container's proxy. */
    Presence() {
        attendance = null;
    }

    @Override
    public String type() {
        return "presence";
    }

    @Override
    public Scope needs() {
        return Scope.READ;
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        PresenceState state = PresenceState.of("state", data.text("state", 1, MOST_STATE));
        if (sender.session() == null) throw Fields.bad("session", "must be named in the URL");
        attendance.say(sender.login().account().id(), sender.session(), state);
        sender.done();
    }
}
