package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.holdfast.lab.RawWebSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many come and go, by the door, by a broken line, and without a word; nothing of them stays. */
class LeakIT {
    private static final int COMINGS = Boolean.getBoolean("faults.full") ? 100_000 : 2_100;
    /** A server that warms up keeps more after some of them; one that leaks, after each. */
    private static final int ROUNDS = 3;

    private static final int MOST_UNWELCOMED = 1 + COMINGS / 10_000;
    private static final int AT_ONCE = 8;
    private static final int MOST_HALF_OPEN = 500;
    private static final long HEAP_SLACK = 2L << 20;
    private static final int THREAD_SLACK = 4;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1}}";
    private static final System.Logger LOG = System.getLogger(LeakIT.class.getName());

    private final PayaraMicro server = new PayaraMicro("leak")
            .with("holdfast.connections.per.account", "0")
            .with("holdfast.commands.rate", "0")
            .with("holdfast.heartbeat.interval", "1s")
            .with("holdfast.heartbeat.silence", "2s")
            .with("holdfast.heartbeat.evict", "3s");
    /** Their lines are open and dead: no end was told. */
    private final BlockingQueue<RawWebSocket> halfOpen = new LinkedBlockingQueue<>();

    private final AtomicInteger unwelcomed = new AtomicInteger();
    private final List<Person> people = new ArrayList<>();

    @BeforeEach
    void start() {
        server.start();
        for (int n = 0; n < 4; n++) people.add(Person.signUp(server.uri(), "person " + n));
        var room = people.get(0).createRoom("revolving door");
        people.subList(1, people.size()).forEach(person -> person.join(room));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingStaysOfThoseWhoCameAndWent() throws Exception {
        come(COMINGS / 4);
        var after = new ArrayList<>(List.of(emptied()));
        for (int n = 0; n < ROUNDS; n++) {
            come(COMINGS / ROUNDS);
            after.add(emptied());
        }
        LOG.log(System.Logger.Level.INFO, "After each of " + COMINGS / ROUNDS + " comings: " + after);
        assertThat(leastGrowth(after, LiveHeap::bytes)).as("live heap").isLessThan(HEAP_SLACK);
        assertThat(leastGrowth(after, LiveHeap::threads)).as("threads").isLessThanOrEqualTo(THREAD_SLACK);
        for (var leftover : List.of("org.glassfish.tyrus.core.TyrusSession", "org.holdfast.delivery.Pump"))
            assertThat(after.get(ROUNDS).of(leftover)).as(leftover).isZero();
    }

    private static long leastGrowth(List<LiveHeap> after, ToLongFunction<LiveHeap> measure) {
        return IntStream.range(0, ROUNDS)
                .mapToLong(n -> measure.applyAsLong(after.get(n + 1)) - measure.applyAsLong(after.get(n)))
                .min()
                .orElseThrow();
    }

    /** As soon as nobody is registered any more, the half-open ones included, who never told. */
    private LiveHeap emptied() throws IOException {
        assertThat(halfOpen).as("premise: some are half-open").isNotEmpty();
        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> LiveHeap.of(server.pid()).subscribers() == 0);
        for (var socket = halfOpen.poll(); socket != null; socket = halfOpen.poll()) evicted(socket);
        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> LiveHeap.of(server.pid()).of("org.glassfish.tyrus.core.TyrusSession") == 0);
        return LiveHeap.of(server.pid());
    }

    private void come(int times) throws Exception {
        var next = new AtomicInteger();
        var door = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Callable<Void> comings = () -> {
                for (int n = next.getAndIncrement(); n < times; n = next.getAndIncrement()) comeAndGo(n);
                return null;
            };
            for (var done : door.invokeAll(java.util.Collections.nCopies(AT_ONCE, comings))) done.get();
        } finally {
            door.shutdownNow();
        }
    }

    private void comeAndGo(int n) throws IOException {
        var socket = RawWebSocket.of(people.get(n % people.size()));
        socket.text(HELLO);
        if (n % 5 > 0) welcomed(socket);
        switch (n % 3) {
            case 0 -> leave(socket);
            case 1 -> socket.reset();
            default -> halfOpen.add(socket);
        }
        if (halfOpen.size() > MOST_HALF_OPEN) evicted(halfOpen.poll());
    }

    /** Payara has been seen to lose the first text of a connection, once in some 50,000. Clients take that for a gap: protocol section 3.1. */
    private void welcomed(RawWebSocket socket) throws IOException {
        var first = socket.nextText(SOON);
        if (first.contains("\"welcome\"")) return;
        var what = "first came " + first + "\nthen " + rest(socket);
        LOG.log(System.Logger.Level.WARNING, "A connection without its welcome: " + what);
        assertThat(unwelcomed.incrementAndGet()).as(what).isLessThanOrEqualTo(MOST_UNWELCOMED);
    }

    /** What else is said on that line, for whoever looks into it. */
    private static List<String> rest(RawWebSocket socket) {
        var texts = new ArrayList<String>();
        try {
            while (texts.size() < 5) texts.add(socket.nextText(Duration.ofSeconds(3)));
        } catch (IOException end) {
            texts.add(end.toString());
        }
        return texts;
    }

    private static void leave(RawWebSocket socket) throws IOException {
        socket.frame(true, 8, new byte[] {0x03, (byte) 0xE8});
        socket.closeCode(SOON);
        socket.close();
    }

    private static void evicted(RawWebSocket socket) throws IOException {
        assertThat(socket.closeCode(SOON)).isEqualTo(4408);
        socket.reset();
    }
}
