package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.account.Scope;
import org.holdfast.delivery.Caller;
import org.holdfast.delivery.Subscriber;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frames;
import org.holdfast.wire.Refusal;

/** {@code hello}: says how far the client is. */
@ApplicationScoped
class Hello implements Command {
    private final Greeting greeting;

    @Inject
    Hello(Greeting greeting) {
        this.greeting = greeting;
    }

    /** For the container's proxy. */
    Hello() {
        greeting = null;
    }

    @Override
    public String type() {
        return "hello";
    }

    @Override
    public Scope needs() {
        return Scope.READ;
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        if (!(sender instanceof Subscriber connection) || connection.isWelcomed())
            throw new Refusal(Code.FORBIDDEN, "Only a connection says hello, and once.");
        HelloData hello = read(connection, data);
        if (hello == null) connection.closeAfterReplies(CloseCode.BAD_HELLO);
        else greeting.greet(connection, hello);
    }

    private static HelloData read(Subscriber sender, Fields data) {
        try {
            return HelloData.of(data);
        } catch (Refusal malformed) {
            // It can't begin without: the refusal says what is wrong, the close that it is over.
            sender.reply(Frames.refused(null, malformed));
            return null;
        }
    }
}
