package org.holdfast.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.holdfast.lab.Person;

/**
 * Many who read as fast as they can, on one thread: of all bytes they look only for the time at which a message was posted, so that the
 * measure is of the server, not of its clients.
 */
final class Crowd implements AutoCloseable {
    private static final byte[] MARK = "\"text\":\"t".getBytes(StandardCharsets.US_ASCII);
    /** Of the pings that end a window: their head is in no text, which is UTF-8 without control characters. */
    private static final int PING_HEAD = 0x8908;

    private static final int PING_BYTES = 8;

    private final Road road;
    private final Selector selector;
    private final Thread thread;
    // Written by the crowd's thread, read by the test's: under this object's monitor.
    private long[] latencies = new long[1 << 16];
    private int count;

    /** How much of the mark, or which digits after it, were read on one connection. */
    private static final class Scan {
        private final SocketChannel channel;
        private int matched;
        private long posted;
        private int lastTwo;
        private ByteBuffer ping;

        Scan(SocketChannel channel) {
            this.channel = channel;
        }

        /** The pong to a ping whose last byte this is; else null. */
        private ByteBuffer pong(byte next) {
            if (ping != null) return ping.put(next).hasRemaining() ? null : answered();
            lastTwo = (lastTwo << 8 | next & 255) & 0xFFFF;
            if (lastTwo == PING_HEAD) {
                ping = ByteBuffer.allocate(6 + PING_BYTES).put((byte) 0x8A).put((byte) (0x80 | PING_BYTES));
                ping.putInt(0);
            }
            return null;
        }

        private ByteBuffer answered() {
            var pong = ping.flip();
            ping = null;
            lastTwo = 0;
            return pong;
        }
    }

    Crowd(Road road, List<Person> people, int size) throws IOException {
        this.road = road;
        selector = Selector.open();
        for (int n = 0; n < size; n++) join(people.get(n % people.size()));
        thread = new Thread(this::read, "crowd");
        thread.setDaemon(true);
        thread.start();
    }

    /** How a text begins whose latency is to be measured. */
    static String stamp() {
        return "t" + System.nanoTime() + ";";
    }

    private void join(Person person) throws IOException {
        var channel = SocketChannel.open(
                new InetSocketAddress(person.base().getHost(), person.base().getPort()));
        channel.write(ByteBuffer.wrap(road.request(person).getBytes(StandardCharsets.US_ASCII)));
        // The answer, or its beginning.
        channel.read(ByteBuffer.allocate(4096));
        channel.write(road.hello());
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Scan(channel));
    }

    private void read() {
        var buffer = ByteBuffer.allocateDirect(1 << 18);
        try {
            while (selector.isOpen()) {
                selector.select(key -> read(key, buffer));
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException closed) {
            // The loop's condition tells.
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) key.cancel();
            buffer.flip();
            scan((Scan) key.attachment(), buffer);
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void scan(Scan scan, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            var next = bytes.get();
            var pong = scan.pong(next);
            if (pong != null) scan.channel.write(pong);
            if (scan.matched < MARK.length)
                scan.matched = next == MARK[scan.matched] ? scan.matched + 1 : next == MARK[0] ? 1 : 0;
            else if (next >= '0' && next <= '9') scan.posted = scan.posted * 10 + next - '0';
            else {
                note(System.nanoTime() - scan.posted);
                scan.matched = 0;
                scan.posted = 0;
            }
        }
    }

    private synchronized void note(long nanos) {
        if (count == latencies.length) latencies = Arrays.copyOf(latencies, 2 * count);
        latencies[count++] = nanos;
    }

    /** Deliveries since the last {@link #p99Micros}. */
    synchronized int deliveries() {
        return count;
    }

    /** Of the deliveries since it was asked last: the latency below which 99 of 100 lie. */
    synchronized long p99Micros() {
        var sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        count = 0;
        return sorted.length == 0 ? 0 : sorted[sorted.length * 99 / 100] / 1000;
    }

    /** How many are still connected. */
    int size() {
        return (int) selector.keys().stream().filter(SelectionKey::isValid).count();
    }

    @Override
    public void close() {
        try {
            for (var key : selector.keys()) key.channel().close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
