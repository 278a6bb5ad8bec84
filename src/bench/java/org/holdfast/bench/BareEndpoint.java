package org.holdfast.bench;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The least that a server can hold a connection with: what its own cost is. */
@ServerEndpoint("/bare")
public class BareEndpoint {
    @OnMessage
    public void message(Session session, String text) {
        session.getAsyncRemote().sendText(text);
    }
}
