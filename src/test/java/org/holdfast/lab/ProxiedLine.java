package org.holdfast.lab;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.holdfast.lab.Traffic.Direction;

/** One connection through a {@link TcpProxy}: two sockets, and a thread for each direction. */
final class ProxiedLine {
    private static final int CHUNK = 16 * 1024;
    private static final Pattern CHAT = Pattern.compile("(GET /ws/chat|POST /sse/chat|(GET|POST) /api/poll)[ ?]");
    private static final int CHAT_LENGTH = 16;

    private final Socket client;
    private final Socket server;
    private final Traffic traffic;
    private final Consumer<ProxiedLine> ended;
    private final Consumer<ProxiedLine> chat;
    private final Fuse fuse = new Fuse();

    /** @param chat hears of a line that asks for the chat endpoint, before the server does */
    ProxiedLine(
            Socket client, Socket server, Traffic traffic, Consumer<ProxiedLine> ended, Consumer<ProxiedLine> chat) {
        this.client = client;
        this.server = server;
        this.traffic = traffic;
        this.ended = ended;
        this.chat = chat;
    }

    /** Cuts the line with RST after so many more bytes of a direction: in the middle of whatever comes then. */
    void cutAfter(Direction direction, long bytes) {
        fuse.light(direction, bytes);
    }

    void begin() {
        TcpProxy.daemon("proxy-up", () -> pump(client, server, Direction.UP));
        TcpProxy.daemon("proxy-down", () -> pump(server, client, Direction.DOWN));
    }

    /** Ends both sides with RST, as a router does that lost its tables. */
    void reset() {
        for (var socket : new Socket[] {client, server}) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException closedAlready) {
                // Then there is nobody left to tell.
            }
        }
        close();
    }

    private void pump(Socket from, Socket to, Direction direction) {
        try {
            move(from, to, direction);
            // The end of a stream is news too: a silent line must not tell it.
            traffic.awaitPassage(direction);
            traffic.linger();
            to.shutdownOutput();
            if (from.isOutputShutdown()) close();
        } catch (IOException | InterruptedException broken) {
            close();
        }
    }

    private void move(Socket from, Socket to, Direction direction) throws IOException, InterruptedException {
        var chunk = new byte[CHUNK];
        var in = from.getInputStream();
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (direction == Direction.UP && isChat(chunk, n)) chat.accept(this);
            traffic.hold();
            write(to, chunk, n, direction);
        }
    }

    private static boolean isChat(byte[] chunk, int length) {
        var begin = new String(chunk, 0, Math.min(length, CHAT_LENGTH), StandardCharsets.ISO_8859_1);
        return CHAT.matcher(begin).lookingAt();
    }

    private void write(Socket to, byte[] chunk, int length, Direction direction)
            throws IOException, InterruptedException {
        for (int at = 0; at < length; ) {
            var piece = fuse.most(direction, traffic.piece(length - at));
            traffic.pace(piece);
            traffic.awaitPassage(direction);
            to.getOutputStream().write(chunk, at, piece);
            traffic.moved(direction, piece);
            at += piece;
            if (fuse.burns(direction, piece)) reset();
        }
    }

    private void close() {
        for (var socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException e) {
                // Closed is all that it should be.
            }
        }
        ended.accept(this);
    }
}
