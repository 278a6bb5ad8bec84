package org.holdfast.websocket;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/** A topic over a WebSocket: the streams page, section 5. */
@Dependent
@ServerEndpoint(value = "/ws/streams/{topic}", configurator = Handshake.class)
public class TopicEndpoint {
    @Inject
    private TopicSockets sockets;

    @OnOpen
    public void open(Session session, @PathParam("topic") String topic) {
        sockets.open(session, topic);
    }

    @OnMessage
    public void message(Session session, String text) {
        sockets.message(session, text);
    }

    @OnMessage
    public void binary(Session session, ByteBuffer data) {
        sockets.binary(session, data);
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
