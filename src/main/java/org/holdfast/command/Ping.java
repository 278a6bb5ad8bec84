package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.account.Scope;
import org.holdfast.delivery.Caller;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Liveness;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;

/** {@code ping}: a browser can't see protocol pings, so it asks in words. */
@ApplicationScoped
class Ping implements Command {
    /** What took longer was given up long before: a clock was set. */
    private static final long LONGEST_TRIP = 600_000;

    private final Liveness liveness;
    private final ConnectionRegistry connections;

    @Inject
    Ping(Liveness liveness, ConnectionRegistry connections) {
        this.liveness = liveness;
        this.connections = connections;
    }

    /** For the container's proxy. */
    Ping() {
        liveness = null;
        connections = null;
    }

    @Override
    public String type() {
        return "ping";
    }

    @Override
    public Scope needs() {
        return Scope.READ;
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        long n = data.has("n") ? data.number("n") : -1;
        if (data.has("roundTrip") && sender.session() != null) listen(sender, data.number("roundTrip"));
        if (sender instanceof Subscriber connection) liveness.pinged(connection, Uptime.millis());
        sender.reply(Frames.pong(n, System.currentTimeMillis()));
    }

    /** Over an event stream the server cannot measure it. */
    private void listen(Caller sender, long roundTrip) {
        connections.tookTrip(sender.login().account().id(), sender.session(), Math.min(roundTrip, LONGEST_TRIP));
    }
}
