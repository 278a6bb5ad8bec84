package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import org.holdfast.delivery.Caller;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;

/** {@code ping}: a browser can't see protocol pings, so it asks in words. */
@ApplicationScoped
class Ping implements Command {
    @Override
    public String type() {
        return "ping";
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        long n = data.has("n") ? data.number("n") : -1;
        sender.reply(Frames.pong(n, System.currentTimeMillis()));
    }
}
