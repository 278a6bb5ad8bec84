package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.lab.Traffic.Direction;

/** The bad line between a client and a server on this machine: it passes bytes until it is told to misbehave. */
public final class TcpProxy implements AutoCloseable {
    private final Traffic traffic = new Traffic();
    private final Set<ProxiedLine> lines = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong resets = new AtomicLong();
    /** Bytes after which each of the next chat connections is cut. */
    private final Queue<Long> snares = new ConcurrentLinkedQueue<>();

    private final int port;
    // Written by the test's thread, read by the acceptor's.
    private volatile int upstreamPort;
    private volatile ServerSocket listener;
    private volatile Thread acceptor;

    public TcpProxy(int upstreamPort) {
        this.upstreamPort = upstreamPort;
        port = Ports.free();
        listener = listen(port);
        accept(listener);
    }

    /** Undoes silence, delay, bandwidth limit, slices, slow closes, snares and refusal. Bytes held back by silence arrive late. */
    public void pass() {
        traffic.pass();
        snares.clear();
        if (!listener.isClosed()) return;
        listener = listen(port);
        accept(listener);
    }

    /** Cuts every open connection with RST; new ones pass. */
    public void reset() {
        resets.addAndGet(lines.size());
        lines.forEach(ProxiedLine::reset);
    }

    /** Half-open: connections stay and new ones are accepted, but no byte moves, and no end is told. */
    public void silence() {
        traffic.silence(EnumSet.allOf(Direction.class));
    }

    /** As {@link #silence()}, for what clients send. */
    public void silenceUp() {
        traffic.silence(EnumSet.of(Direction.UP));
    }

    /** As {@link #silence()}, for what the server sends. */
    public void silenceDown() {
        traffic.silence(EnumSet.of(Direction.DOWN));
    }

    /** New connections are refused by the operating system; open ones pass. */
    public void refuse() {
        stopListening();
    }

    /** Every piece read is held so long before it goes on. */
    public void delay(Duration each) {
        traffic.delay(each.toMillis());
    }

    public void bandwidth(long bytesPerSecond) {
        traffic.bandwidth(bytesPerSecond);
    }

    /** Writes at most so many bytes at a time, so that frames arrive in pieces. */
    public void slice(int bytes) {
        traffic.slice(bytes);
    }

    /** The end of a stream arrives so much later. */
    public void closeSlowly(Duration late) {
        traffic.linger(late.toMillis());
    }

    /** Cuts every open connection with RST after so many more bytes from the server: in the middle of a frame, mostly. */
    public void cutDownAfter(long bytes) {
        lines.forEach(line -> line.cutAfter(Direction.DOWN, bytes));
    }

    /** As {@link #cutDownAfter}, for what clients send. */
    public void cutUpAfter(long bytes) {
        lines.forEach(line -> line.cutAfter(Direction.UP, bytes));
    }

    /** The next chat connections are cut so many bytes after the handshake began, one after the other: during the resume. */
    public void snare(long... bytes) {
        for (var each : bytes) snares.add(each);
    }

    /** How many chat connections are still to be cut by {@link #snare}. */
    public int snares() {
        return snares.size();
    }

    /** Where new connections go from now on. */
    public void upstream(int port) {
        upstreamPort = port;
    }

    public int port() {
        return port;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Connections accepted since the beginning. */
    public long accepted() {
        return accepted.get();
    }

    /** Connections cut by {@link #reset()} since the beginning. */
    public long cut() {
        return resets.get();
    }

    /** Connections open now. */
    public int open() {
        return lines.size();
    }

    /** Bytes that went from clients to the server. */
    public long bytesUp() {
        return traffic.moved(Direction.UP);
    }

    /** Bytes that went from the server to clients. */
    public long bytesDown() {
        return traffic.moved(Direction.DOWN);
    }

    @Override
    public void close() {
        stopListening();
        traffic.pass();
        reset();
    }

    private void accept(ServerSocket listener) {
        acceptor = daemon("proxy-accept", () -> {
            while (!listener.isClosed()) {
                try {
                    connect(listener.accept());
                } catch (IOException closed) {
                    // The loop's condition tells.
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        accepted.incrementAndGet();
        client.setTcpNoDelay(true);
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), upstreamPort);
            server.setTcpNoDelay(true);
            var line = new ProxiedLine(client, server, traffic, lines::remove, this::ensnare);
            lines.add(line);
            line.begin();
        } catch (IOException serverIsDown) {
            client.setSoLinger(true, 0);
            client.close();
        }
    }

    private void ensnare(ProxiedLine chat) {
        var bytes = snares.poll();
        if (bytes != null) chat.cutAfter(Direction.DOWN, bytes);
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The system goes on accepting until the acceptor has let go of the closed socket. */
    private void stopListening() {
        try {
            listener.close();
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
