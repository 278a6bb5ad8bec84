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
import java.nio.ByteBuffer;

/** The chat over a WebSocket: protocol section 3. {@code @Dependent}, or Open Liberty injects nothing. */
@Dependent
@ServerEndpoint(value = "/ws/chat", configurator = Handshake.class)
public class ChatEndpoint {
    @Inject
    private ChatSockets sockets;

    @OnOpen
    public void open(Session session) {
        sockets.open(session);
    }

    @OnMessage
    public void message(Session session, String text) {
        sockets.message(session, text);
    }

    @OnMessage
    public void binary(Session session, ByteBuffer data) {
        sockets.binary(session);
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
        sockets.failed(session, error);
    }
}
