package org.holdfast.lab;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A WebSocket client on a bare socket that does what no decent client does: for tests of abuse. It answers nothing by itself. */
public final class RawWebSocket implements AutoCloseable {
    private static final int SWITCHING = 101;
    private static final int SMALL_BUFFER = 4 * 1024;
    private static final int BROKEN = 1006;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final List<String> head;
    private boolean answersPings;

    /** A handshake with these headers beside the necessary ones; the answer may be any {@link #status()}. */
    public static RawWebSocket open(URI base, String path, Map<String, String> headers) throws IOException {
        return new RawWebSocket(base, path, headers);
    }

    /** The handshake of a person's browser at the chat endpoint. */
    public static RawWebSocket of(Person person) throws IOException {
        return open(person.base(), "ws/chat", person.headers());
    }

    private RawWebSocket(URI base, String path, Map<String, String> headers) throws IOException {
        // A small buffer, so that a client that never reads is felt by the server soon.
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), SMALL_BUFFER));
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        raw(handshake(base.resolve(path), headers).getBytes(StandardCharsets.US_ASCII));
        head = Head.read(in);
    }

    /** The HTTP status that answered the handshake; 101 is a WebSocket. */
    public int status() {
        return Integer.parseInt(head.get(0).split(" ")[1]);
    }

    /** The lines of the answer to the handshake. */
    public List<String> head() {
        return head;
    }

    public boolean isOpen() {
        return status() == SWITCHING;
    }

    /** From now on it answers pings, when it comes to read them. */
    public RawWebSocket answeringPings() {
        return answeringPings(true);
    }

    public RawWebSocket answeringPings(boolean answers) {
        answersPings = answers;
        return this;
    }

    public void text(String text) throws IOException {
        raw(WebSocketFrame.text(text).bytes(true));
    }

    public void binary(byte[] payload) throws IOException {
        frame(true, WebSocketFrame.BINARY, payload);
    }

    /** A text frame of these bytes, be they UTF-8 or not. */
    public void textBytes(byte[] payload) throws IOException {
        frame(true, WebSocketFrame.TEXT, payload);
    }

    /** A text in fragments. */
    public void fragments(List<String> parts) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            var opcode = i == 0 ? WebSocketFrame.TEXT : WebSocketFrame.CONTINUATION;
            frame(i == parts.size() - 1, opcode, parts.get(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Any frame, with the mask that a client owes. */
    public void frame(boolean last, int opcode, byte[] payload) throws IOException {
        raw(new WebSocketFrame(last, opcode, payload).bytes(true));
    }

    /** A text without the mask that a client owes. */
    public void unmasked(String text) throws IOException {
        raw(WebSocketFrame.text(text).bytes(false));
    }

    /** The head of a text frame that promises so many bytes. */
    public void promise(long length) throws IOException {
        raw(WebSocketFrame.header(true, WebSocketFrame.TEXT, length, true));
    }

    public void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next text message; control frames before it are skipped, a close is a failure. */
    public String nextText(Duration limit) throws IOException {
        var message = new StringBuilder();
        for (var frame = next(limit); ; frame = next(limit)) {
            if (frame.opcode() == WebSocketFrame.CLOSE) throw new EOFException("closed with " + frame.closeCode());
            if (frame.opcode() > WebSocketFrame.BINARY) continue;
            message.append(frame.text());
            if (frame.last()) return message.toString();
        }
    }

    /** The next text or binary message of one frame; control frames before it are skipped, a close is a failure. */
    WebSocketFrame nextMessage(Duration limit) throws IOException {
        for (var frame = next(limit); ; frame = next(limit)) {
            if (frame.opcode() == WebSocketFrame.CLOSE) throw new EOFException("closed with " + frame.closeCode());
            if (frame.opcode() <= WebSocketFrame.BINARY) return frame;
        }
    }

    /** The data of the next protocol ping; whatever comes before it is skipped, a close is a failure. */
    public byte[] nextPing(Duration limit) throws IOException {
        for (var frame = next(limit); ; frame = next(limit)) {
            if (frame.opcode() == WebSocketFrame.CLOSE) throw new EOFException("closed with " + frame.closeCode());
            if (frame.opcode() == WebSocketFrame.PING) return frame.payload();
        }
    }

    /** The code with which the server ends the connection, after whatever else it says; 1006 for a broken line. */
    public int closeCode(Duration limit) throws IOException {
        try {
            // Frames that come before it may be without end: heartbeats.
            var end = System.nanoTime() + 3 * limit.toNanos();
            var frame = next(limit);
            while (frame.opcode() != WebSocketFrame.CLOSE) {
                if (System.nanoTime() > end) throw new AssertionError("still open, and talking");
                frame = next(limit);
            }
            return frame.closeCode();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open after " + limit, e);
        } catch (EOFException | SocketException broken) {
            return BROKEN;
        }
    }

    /** Breaks the line with RST. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private WebSocketFrame next(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
        var frame = WebSocketFrame.read(in);
        if (answersPings && frame.opcode() == WebSocketFrame.PING) frame(true, WebSocketFrame.PONG, frame.payload());
        return frame;
    }

    private static String handshake(URI uri, Map<String, String> headers) {
        var lines = new ArrayList<>(List.of(
                "GET " + uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery()) + " HTTP/1.1",
                "Host: " + uri.getAuthority(),
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIGxhYm9yYXRvcnkgMQ=="));
        headers.forEach((name, value) -> lines.add(name + ": " + value));
        return String.join("\r\n", lines) + "\r\n\r\n";
    }
}
