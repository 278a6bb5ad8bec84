package org.holdfast.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A proxy that understands what a server says over WebSocket, and drops one message of it without a trace. */
final class FrameSieve implements AutoCloseable {
    private final ServerSocket listener;
    private final int upstream;
    private final AtomicReference<String> unwanted = new AtomicReference<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger headsSince = new AtomicInteger();

    FrameSieve(int upstream) throws IOException {
        this.upstream = upstream;
        listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** The next message with this text in it does not arrive. */
    void drop(String text) {
        unwanted.set(text);
    }

    int dropped() {
        return dropped.get();
    }

    /** How many heartbeats have passed after the drop. */
    int headsSince() {
        return headsSince.get();
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            var client = listener.accept();
            var server = new Socket(InetAddress.getLoopbackAddress(), upstream);
            daemon(() -> pipe(client, server, InputStream::transferTo));
            daemon(() -> pipe(server, client, this::sift));
        }
    }

    private interface Pump {
        void pump(InputStream in, OutputStream out) throws IOException;
    }

    private static void pipe(Socket from, Socket to, Pump pump) throws IOException {
        try (from;
                to) {
            pump.pump(from.getInputStream(), to.getOutputStream());
        }
    }

    private void sift(InputStream server, OutputStream client) throws IOException {
        var in = new DataInputStream(server);
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.readUnsignedByte());
        client.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!head.toString().startsWith("HTTP/1.1 101")) in.transferTo(client);
        else while (true) frame(in, client);
    }

    /** One frame of RFC 6455, section 5.2, without a mask: only clients mask. */
    private void frame(DataInputStream in, OutputStream client) throws IOException {
        var first = in.readUnsignedByte();
        var size = in.readUnsignedByte();
        var extended = in.readNBytes(size == 127 ? 8 : size == 126 ? 2 : 0);
        var length = size < 126 ? size : new BigInteger(1, extended).intValueExact();
        var payload = in.readNBytes(length);
        var text = new String(payload, StandardCharsets.UTF_8);
        if (isUnwanted(text)) return;
        if (dropped.get() > 0 && text.contains("\"type\":\"heads\"")) headsSince.incrementAndGet();
        client.write(new byte[] {(byte) first, (byte) size});
        client.write(extended);
        client.write(payload);
    }

    private boolean isUnwanted(String text) {
        var needle = unwanted.get();
        if (needle == null || !text.contains(needle) || !unwanted.compareAndSet(needle, null)) return false;
        dropped.incrementAndGet();
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException over) {
                        // A closed socket is how these threads end.
                    }
                },
                "sieve");
        thread.setDaemon(true);
        thread.start();
    }
}
