package org.holdfast.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.holdfast.account.Login;
import org.holdfast.account.Logins;
import org.holdfast.command.Commands;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.delivery.Workers;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Refusal;

/** Joins WebSockets to the connections of the floor below. */
@ApplicationScoped
public class ChatSockets {
    private static final Logger LOG = System.getLogger(ChatSockets.class.getName());
    private static final String SUBSCRIBER = "org.holdfast.subscriber";

    private final Logins logins;
    private final ConnectionRegistry registry;
    private final Commands commands;
    private final Workers workers;
    private final int messageBytes;
    private final long sendLimit;
    private final TextFrames frames = new TextFrames();

    @Inject
    public ChatSockets(
            Logins logins, ConnectionRegistry registry, Commands commands, Workers workers, Settings settings) {
        this.logins = logins;
        this.registry = registry;
        this.commands = commands;
        this.workers = workers;
        this.messageBytes = settings.number(Setting.MESSAGE_BYTES);
        this.sendLimit = settings.duration(Setting.SEND_LIMIT);
    }

    /** For the container's proxy. */
    protected ChatSockets() {
        logins = null;
        registry = null;
        commands = null;
        workers = null;
        messageBytes = 0;
        sendLimit = 0;
    }

    void open(Session session) {
        session.setMaxTextMessageBufferSize(messageBytes);
        session.setMaxBinaryMessageBufferSize(messageBytes);
        Handshake.endIdleTimeout(session);
        Optional<Login> login = login(session);
        if (login.isPresent()) accept(session, login.get());
        else refuse(session, wanted(session));
    }

    private static CloseCode wanted(Session session) {
        boolean isTicket = Logins.isTicket(Handshake.authorization(session.getUserProperties()));
        return isTicket ? CloseCode.FORBIDDEN : CloseCode.LOGIN_REQUIRED;
    }

    private Optional<Login> login(Session session) {
        return Handshake.login(logins, session);
    }

    private void accept(Session session, Login login) {
        try {
            Subscriber subscriber =
                    registry.open(new SocketConnection(session, frames, sendLimit), login, Uptime.millis());
            session.getUserProperties().put(SUBSCRIBER, subscriber);
            // Signed out in between: whoever closes the login's connections did not see this one yet.
            if (!logins.isStill(login)) subscriber.close(CloseCode.POLICY);
        } catch (Refusal tooMany) {
            refuse(session, CloseCode.RATE_LIMITED);
        }
    }

    /** Not here: a close may block, and a listener has to return. */
    private void refuse(Session session, CloseCode code) {
        workers.closes().execute(() -> new SocketConnection(session, frames, sendLimit).close(code));
    }

    void message(Session session, String text) {
        subscriber(session).ifPresent(subscriber -> {
            if (MessageSize.isOver(messageBytes, text)) subscriber.close(CloseCode.TOO_BIG);
            else commands.receive(subscriber, text);
        });
    }

    void binary(Session session) {
        subscriber(session).ifPresent(subscriber -> subscriber.close(CloseCode.UNSUPPORTED_DATA));
    }

    void ponged(Session session, ByteBuffer data) {
        subscriber(session).ifPresent(subscriber -> {
            subscriber.heard(Uptime.millis());
            if (subscriber.connection() instanceof SocketConnection socket) socket.ponged(data);
        });
    }

    void closed(Session session) {
        subscriber(session).ifPresent(subscriber -> registry.closed(subscriber.connection()));
    }

    void failed(Session session, Throwable error) {
        LOG.log(Level.DEBUG, () -> "WebSocket " + session.getId() + ": " + error);
    }

    private static Optional<Subscriber> subscriber(Session session) {
        return Optional.ofNullable((Subscriber) session.getUserProperties().get(SUBSCRIBER));
    }
}
