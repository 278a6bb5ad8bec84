package org.holdfast.lab;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections that begin a request and never finish it. */
final class HalfRequests implements AutoCloseable {
    static final String HANDSHAKE = "GET /ws/chat HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n";
    static final String BODY = "POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{";

    /** A form that never comes, and says that it begins a WebSocket. */
    static final String FORM_HANDSHAKE =
            "POST /ws/chat HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na";

    private final List<Socket> sockets = new ArrayList<>();
    private final Map<Socket, String> statuses = new HashMap<>();

    HalfRequests(URI server, String half, int count) throws IOException {
        for (int n = 0; n < count; n++) {
            var socket = new Socket(server.getHost(), server.getPort());
            sockets.add(socket);
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The last one goes on. */
    HalfRequests then(String rest) throws IOException {
        sockets.get(sockets.size() - 1).getOutputStream().write(rest.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The status line of the last one. */
    String lastAnswer() throws IOException {
        var last = sockets.get(sockets.size() - 1);
        last.setSoTimeout(10_000);
        return Head.read(new DataInputStream(last.getInputStream())).get(0);
    }

    /** The status lines of those that were answered though they are not finished. */
    List<String> answers() throws IOException {
        for (var socket : sockets)
            if (!statuses.containsKey(socket) && socket.getInputStream().available() > 0)
                statuses.put(
                        socket,
                        Head.read(new DataInputStream(socket.getInputStream())).get(0));
        return List.copyOf(statuses.values());
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) socket.close();
    }
}
