package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The one thread that reads all lines and does what is due; the scenarios run on it too, so that nothing is shared. */
final class Loop implements AutoCloseable {
    /** As much as a line is read at a time. */
    private static final int BUFFER = 256 * 1024;

    /** What is due sooner is waited for without sleep: a selector sleeps whole milliseconds, which would count as the server's. */
    private static final long SPIN = 2_000_000;

    private static final long MILLI = 1_000_000;

    private final byte[] buffer = new byte[BUFFER];
    private final List<Work> works = new ArrayList<>();
    private final Selector selector;

    /** Something that is looked after at each turn. */
    interface Work {
        /** @return when it is due again, as {@link System#nanoTime()}, if nothing comes in before */
        long run(long now);
    }

    Loop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SelectionKey register(SocketChannel channel, Line line) throws IOException {
        return channel.register(selector, SelectionKey.OP_READ, line);
    }

    void add(Work work) {
        works.add(work);
    }

    /** After a run that broke. */
    void removeAll() {
        works.clear();
    }

    void remove(Work work) {
        works.remove(work);
    }

    /** @return false: the time was over before it was so */
    boolean until(BooleanSupplier done, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end >= 0) return false;
            turn(end);
        }
        return true;
    }

    void during(Duration time) {
        until(() -> false, time);
    }

    private void turn(long end) {
        long next = end;
        long now = System.nanoTime();
        for (Work work : works) next = Math.min(next, work.run(now));
        long wait = next - System.nanoTime();
        try {
            if (wait > SPIN) selector.select(this::ready, (wait - MILLI) / MILLI);
            else selector.selectNow(this::ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready(SelectionKey key) {
        ((Line) key.attachment()).ready(buffer);
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
