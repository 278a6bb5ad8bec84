package org.holdfast.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.holdfast.log.Sequenced;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Text;

/** A transport without a network: remembers what it was given, and completes each send as the given executor likes. */
final class FakeConnection implements Connection {
    final List<String> texts = new CopyOnWriteArrayList<>();
    final List<CloseCode> closes = new CopyOnWriteArrayList<>();
    final AtomicInteger pings = new AtomicInteger();
    /** How many texts there were each time that it was idle. */
    final List<Integer> idle = new CopyOnWriteArrayList<>();

    private final AtomicInteger inFlight = new AtomicInteger();
    private final Executor completing;
    volatile Throwable failure;
    volatile boolean overlapped;
    volatile int room = Integer.MAX_VALUE;
    volatile long movedAt;

    /** @param completing runs the completions: inline, on another thread, or never */
    FakeConnection(Executor completing) {
        this.completing = completing;
    }

    static FakeConnection inline() {
        return new FakeConnection(Runnable::run);
    }

    static FakeConnection stuck() {
        return new FakeConnection(task -> {});
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public void send(Text text, Consumer<Throwable> sent) {
        if (inFlight.incrementAndGet() != 1) overlapped = true;
        texts.add(text.toString());
        completing.execute(() -> {
            inFlight.decrementAndGet();
            sent.accept(failure);
        });
    }

    @Override
    public int room() {
        return room;
    }

    @Override
    public long movedAt() {
        return movedAt;
    }

    @Override
    public void ping() {
        if (inFlight.get() != 0) overlapped = true;
        pings.incrementAndGet();
    }

    @Override
    public void idle() {
        if (inFlight.get() != 0) overlapped = true;
        idle.add(texts.size());
    }

    @Override
    public void close(CloseCode code) {
        closes.add(code);
    }

    String all() {
        return String.join("\n", texts);
    }

    /** The sequences of one log, as they came. */
    List<Long> sequences(long log) {
        return texts.stream().flatMap(text -> Sequenced.of(log, text).stream()).toList();
    }
}
