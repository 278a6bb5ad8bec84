package org.holdfast.lab;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What stands between a browser and its server in some offices: an HTTP proxy that forbids, or keeps back, what it does not like. */
public final class OfficeProxy implements AutoCloseable {
    /** What it does not let through as it should. */
    public enum Block {
        /** The handshake of a WebSocket is answered 403. */
        SOCKETS,
        /** An event stream is kept back for as long as it lasts. */
        STREAMS,
        /** An answer that takes longer than {@link #LONGEST} is reset. */
        LASTING
    }

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String FORBIDDEN = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final int upstreamPort;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    // Written by the test's thread, read by each connection's.
    private volatile Set<Block> blocked = EnumSet.noneOf(Block.class);

    public OfficeProxy(int upstreamPort) {
        this.upstreamPort = upstreamPort;
        try {
            listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TcpProxy.daemon("office-accept", this::accept);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** From now on, and only these, for what is opened; what is open stays, until it is {@link #cut()}. */
    public void block(Block... blocks) {
        blocked = blocks.length == 0 ? EnumSet.noneOf(Block.class) : EnumSet.of(blocks[0], blocks);
    }

    /** Cuts all that is open. */
    public void cut() {
        open.forEach(OfficeProxy::end);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                TcpProxy.daemon("office-request", () -> serve(client));
            } catch (IOException closed) {
                // The loop's condition tells.
            }
        }
    }

    /** One request a connection: the next opens another. */
    private void serve(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), upstreamPort)) {
            open.add(client);
            open.add(server);
            pass(client, server, readHead(client.getInputStream()));
        } catch (IOException broken) {
            // So are both ends.
        } finally {
            open.remove(client);
        }
    }

    private void pass(Socket client, Socket server, String head) throws IOException {
        boolean isSocket = head.toLowerCase().contains("\r\nupgrade: websocket");
        boolean isStream = head.toLowerCase().contains("\r\naccept: text/event-stream");
        if (isSocket && blocked.contains(Block.SOCKETS)) {
            client.getOutputStream().write(FORBIDDEN.getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        var asked = isSocket ? head : head.replaceFirst("(?i)\r\nconnection: [^\r]*", "\r\nConnection: close");
        server.getOutputStream().write(asked.getBytes(StandardCharsets.ISO_8859_1));
        TcpProxy.daemon("office-up", () -> copy(client, server));
        if (!isSocket && blocked.contains(Block.LASTING))
            CompletableFuture.delayedExecutor(LONGEST.toMillis(), MILLISECONDS).execute(() -> reset(client));
        if (isStream && blocked.contains(Block.STREAMS)) keep(server);
        else server.getInputStream().transferTo(client.getOutputStream());
    }

    /** Until the stream ends: and then nobody waits for it any more. */
    private static void keep(Socket server) throws IOException {
        server.getInputStream().readAllBytes();
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException broken) {
            end(to);
        } finally {
            open.remove(to);
        }
    }

    private static String readHead(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = in.read();
            if (next < 0) throw new IOException("no request");
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closedAlready) {
            // It was in time.
        }
        end(socket);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // Then there is nothing to do.
        }
    }
}
