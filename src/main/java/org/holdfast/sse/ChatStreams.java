package org.holdfast.sse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.holdfast.account.Login;
import org.holdfast.account.Logins;
import org.holdfast.command.Greeting;
import org.holdfast.command.HelloData;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.wire.CloseCode;

/** Joins the chat's event streams to the connections of the floor below. */
@ApplicationScoped
public class ChatStreams {
    private static final EventFormat FORMAT = new FrameEvents(false);

    private final Logins logins;
    private final ConnectionRegistry registry;
    private final Greeting greeting;
    private final EventStreams streams;

    @Inject
    public ChatStreams(Logins logins, ConnectionRegistry registry, Greeting greeting, EventStreams streams) {
        this.logins = logins;
        this.registry = registry;
        this.greeting = greeting;
        this.streams = streams;
    }

    /** For the container's proxy. */
    protected ChatStreams() {
        this(null, null, null, null);
    }

    /** @throws org.holdfast.wire.Refusal {@code rate_limited}; then nothing is written */
    void open(HttpServletRequest request, HttpServletResponse response, Login login, HelloData hello)
            throws IOException {
        Subscriber subscriber = streams.open(
                request, response, FORMAT, stream -> registry.open(stream, login, hello.session(), Uptime.millis()));
        // Signed out in between: whoever closes the login's connections did not see this one yet.
        if (logins.isStill(login)) greeting.greet(subscriber, hello);
        else subscriber.close(CloseCode.POLICY);
        // A proxy's buffer that the welcome overflowed lets it through, and keeps what follows: the client waits for
        // these heads.
        subscriber.beatSoon();
    }
}
