package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.account.Scope;
import org.holdfast.delivery.Caller;
import org.holdfast.delivery.Liveness;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;

/** {@code ping}: a browser can't see protocol pings, so it asks in words. */
@ApplicationScoped
class Ping implements Command {
    private final Liveness liveness;

    @Inject
    Ping(Liveness liveness) {
        this.liveness = liveness;
    }

    /** For the container's proxy. */
    Ping() {
        liveness = null;
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
        if (sender instanceof Subscriber connection) liveness.pinged(connection, Uptime.millis());
        sender.reply(Frames.pong(n, System.currentTimeMillis()));
    }
}
