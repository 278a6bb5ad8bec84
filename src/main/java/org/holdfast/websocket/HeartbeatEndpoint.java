package org.holdfast.websocket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** Answers {@code ping} with {@code pong}, for any simple client or monitor: protocol section 3. */
@Dependent
@ServerEndpoint(value = "/ws/heartbeat", configurator = Handshake.class)
public class HeartbeatEndpoint {
    @Inject
    private HeartbeatSockets sockets;

    @OnOpen
    public void open(Session session) {
        sockets.open(session);
    }

    @OnMessage(maxMessageSize = HeartbeatSockets.MOST_CHARS)
    public void message(Session session, String text) {
        sockets.message(session, text);
    }

    @OnMessage
    public void pong(Session session, PongMessage pong) {
        sockets.ponged(session, pong.getApplicationData());
    }

    @OnClose
    public void close(Session session) {
        sockets.closed(session);
    }

    @OnError
    public void error(Session session, Throwable error) {
        sockets.closed(session);
    }
}
