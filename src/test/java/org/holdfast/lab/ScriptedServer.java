package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A small real server that speaks protocol version 1 as the test tells it to, line by line: right or wrong. */
final class ScriptedServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final ServerSocket listener;
    private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();
    final AtomicInteger reconnects = new AtomicInteger();
    volatile String reconnectEvents = "event: notice\ndata: {\"after\":1}\n\n";
    volatile int sessionStatus = 200;

    ScriptedServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TcpProxy.daemon("scripted-accept", this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** The next WebSocket that a client opened. */
    Peer next() throws InterruptedException {
        var peer = peers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (peer == null) throw new AssertionError("nobody came");
        return peer;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var peer : peers) peer.cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                TcpProxy.daemon("scripted", () -> serve(socket));
            } catch (IOException closed) {
                // The loop's condition tells.
            }
        }
    }

    private void serve(Socket socket) {
        try {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var head = Head.read(in);
            var path = head.get(0).split(" ")[1];
            switch (path) {
                case "/ws/chat" -> upgrade(socket, in, head);
                case "/api/reconnect" -> stream(socket);
                case "/api/session" -> answer(socket, sessionStatus, "application/json", "{}");
                case "/api/accounts" -> answer(socket, 201, "application/json", "{\"id\":7}");
                default -> answer(socket, 404, "application/json", "{}");
            }
        } catch (IOException broken) {
            // The client's test sees what comes of it.
        }
    }

    private void stream(Socket socket) throws IOException {
        reconnects.incrementAndGet();
        answer(socket, 200, "text/event-stream", reconnectEvents);
    }

    private static void answer(Socket socket, int status, String type, String body) throws IOException {
        var head = "HTTP/1.1 " + status + " x\r\nContent-Type: " + type
                + "\r\nSet-Cookie: login=abc; HttpOnly\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        socket.close();
    }

    private void upgrade(Socket socket, DataInputStream in, List<String> head) throws IOException {
        var key = head.stream()
                .filter(line -> line.toLowerCase().startsWith("sec-websocket-key:"))
                .map(line -> line.split(":")[1].trim())
                .findFirst()
                .orElseThrow();
        var answer =
                "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept(key);
        socket.getOutputStream().write((answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        peers.add(new Peer(socket, in));
    }

    private static String accept(String key) {
        try {
            var salted = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(salted));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's end of one WebSocket. */
    record Peer(Socket socket, DataInputStream in) {
        /** The next frame, which must be of this type; its data. */
        JsonObject expect(String type) throws IOException {
            socket.setSoTimeout(PATIENCE_SECONDS * 1000);
            var frame = WebSocketFrame.read(in);
            if (frame.opcode() != WebSocketFrame.TEXT) throw new AssertionError("opcode " + frame.opcode());
            var json = Json.parse(frame.text()).asJsonObject();
            if (!json.getString("type").equals(type)) throw new AssertionError("expected " + type + ", got " + json);
            return json.getJsonObject("data");
        }

        /** Frames as one message: each is {@code {"type", "data"}} as JSON text. */
        void say(String... frames) throws IOException {
            write(WebSocketFrame.text(Arrays.stream(frames).collect(Collectors.joining(",", "[", "]"))));
        }

        void write(WebSocketFrame frame) throws IOException {
            socket.getOutputStream().write(frame.bytes(false));
        }

        /** The close code that the client sends next. */
        int expectClose() throws IOException {
            socket.setSoTimeout(PATIENCE_SECONDS * 1000);
            var frame = WebSocketFrame.read(in);
            while (frame.opcode() != WebSocketFrame.CLOSE) frame = WebSocketFrame.read(in);
            return frame.closeCode();
        }

        void cut() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
