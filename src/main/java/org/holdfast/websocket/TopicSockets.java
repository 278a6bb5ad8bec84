package org.holdfast.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.account.Logins;
import org.holdfast.command.TopicCommands;
import org.holdfast.command.TopicGreeting;
import org.holdfast.command.TopicHello;
import org.holdfast.command.TopicReading;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Subscriber;
import org.holdfast.delivery.Uptime;
import org.holdfast.delivery.Workers;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.stream.Credentials;
import org.holdfast.stream.Topic;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Query;
import org.holdfast.wire.Refusal;

/** Joins the WebSockets of topics to the connections of the floor below. */
@ApplicationScoped
public class TopicSockets {
    private static final Logger LOG = System.getLogger(TopicSockets.class.getName());
    private static final String READER = "org.holdfast.reader";

    private record Reader(Subscriber subscriber, TopicConnection connection, Topic topic) {}

    private final Logins logins;
    private final ConnectionRegistry registry;
    private final TopicGreeting greeting;
    private final TopicCommands commands;
    private final Workers workers;
    private final int messageBytes;
    private final long sendLimit;
    private final TextFrames frames = new TextFrames();
    private final TopicMessages messages = new TopicMessages();

    @Inject
    public TopicSockets(
            Logins logins,
            ConnectionRegistry registry,
            TopicGreeting greeting,
            TopicCommands commands,
            Workers workers,
            Settings settings) {
        this.logins = logins;
        this.registry = registry;
        this.greeting = greeting;
        this.commands = commands;
        this.workers = workers;
        this.messageBytes = settings.number(Setting.MESSAGE_BYTES);
        this.sendLimit = settings.duration(Setting.SEND_LIMIT);
    }

    /** For the container's proxy. */
    protected TopicSockets() {
        logins = null;
        registry = null;
        greeting = null;
        commands = null;
        workers = null;
        messageBytes = 0;
        sendLimit = 0;
    }

    void open(Session session, String topic) {
        session.setMaxTextMessageBufferSize(messageBytes);
        session.setMaxBinaryMessageBufferSize(messageBytes);
        Handshake.endIdleTimeout(session);
        TopicConnection connection = new TopicConnection(new SocketConnection(session, frames, sendLimit), messages);
        try {
            begin(session, connection, greeting.reading(topic, shown(session), hello(session)));
        } catch (Refusal refusal) {
            // Not here: a close may block, and a listener has to return.
            workers.closes().execute(() -> connection.close(closeCode(refusal)));
        }
    }

    private void begin(Session session, TopicConnection connection, TopicReading reading) {
        Subscriber subscriber = registry.openStream(connection, reading.reader(), Uptime.millis());
        session.getUserProperties().put(READER, new Reader(subscriber, connection, reading.topic()));
        greeting.greet(subscriber, reading);
    }

    private Credentials shown(Session session) {
        Map<String, Object> properties = session.getUserProperties();
        return Credentials.of(Handshake.login(logins, session), Handshake.authorization(properties));
    }

    private static TopicHello hello(Session session) {
        Map<String, List<String>> query = session.getRequestParameterMap();
        return TopicHello.of(new Query(name -> first(query, name)));
    }

    private static String first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private static CloseCode closeCode(Refusal refusal) {
        return switch (refusal.code()) {
            case LOGIN_REQUIRED -> CloseCode.LOGIN_REQUIRED;
            case FORBIDDEN -> CloseCode.FORBIDDEN;
            case NOT_FOUND -> CloseCode.NOT_FOUND;
            case RATE_LIMITED -> CloseCode.RATE_LIMITED;
            default -> CloseCode.BAD_HELLO;
        };
    }

    void message(Session session, String text) {
        reader(session).ifPresent(reader -> {
            if (MessageSize.isOver(messageBytes, text)) reader.subscriber().close(CloseCode.TOO_BIG);
            else commands.receive(reader.subscriber(), reader.topic(), text);
        });
    }

    void binary(Session session, ByteBuffer data) {
        reader(session).ifPresent(reader -> {
            if (data.remaining() > messageBytes) reader.subscriber().close(CloseCode.TOO_BIG);
            else commands.receive(reader.subscriber(), reader.topic(), bytes(data));
        });
    }

    private static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        return bytes;
    }

    void ponged(Session session, ByteBuffer data) {
        reader(session).ifPresent(reader -> {
            reader.subscriber().heard(Uptime.millis());
            reader.connection().socket().ponged(data);
        });
    }

    void closed(Session session) {
        reader(session).ifPresent(reader -> registry.closed(reader.connection()));
    }

    void failed(Session session, Throwable error) {
        LOG.log(Level.DEBUG, () -> "WebSocket " + session.getId() + ": " + error);
    }

    private static Optional<Reader> reader(Session session) {
        return Optional.ofNullable((Reader) session.getUserProperties().get(READER));
    }
}
