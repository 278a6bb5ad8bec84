package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.holdfast.lab.Abuser;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One account floods the server for as long as it is let; somebody else does not notice. */
class FloodIT {
    private static final int POSTS = 1_000;
    /** Within the pace that each account may have. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1) / 80;

    /** How much worse the others may fare. */
    private static final double RATIO = 1.5;

    private static final long SLACK_MICROS = 5_000;
    private static final int FLOODERS = 2;
    private static final int LEAST = 1_000;
    private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1}}";
    private static final System.Logger LOG = System.getLogger(FloodIT.class.getName());

    private final PayaraMicro server = new PayaraMicro("flood").with("holdfast.commands.rate", "100");

    private final AtomicLong flooded = new AtomicLong();
    private volatile boolean over;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        over = true;
        server.close();
    }

    /** The 99th of a hundred: from the post to its ack, and until somebody else has it. */
    private record Calm(long ackMicros, long deliveryMicros) {}

    @ParameterizedTest
    @EnumSource
    void aFloodByOneAccountLeavesTheOthersAsTheyWere(Flood way) throws IOException {
        var ann = Person.signUp(server.uri(), "ann");
        var ben = Person.signUp(server.uri(), "ben");
        var mallory = Person.signUp(server.uri(), "mallory");
        var room = ann.createRoom("calm");
        ben.join(room);
        var loud = mallory.createRoom("loud");
        try (var line = new Abuser(ann);
                var listener = new Abuser(ben)) {
            line.say(HELLO);
            listener.say(HELLO);
            measure(line, listener, room);
            var before = measure(line, listener, room);
            for (int n = 0; n < FLOODERS; n++) flood(way, mallory, loud);
            await().until(() -> flooded.get() > LEAST);
            giveWay();
            var during = measure(line, listener, room);
            LOG.log(System.Logger.Level.INFO, before + ", in a flood of " + flooded + " " + way + " " + during);
            assertThat(flooded.get()).as("premise: the flood").isGreaterThan(LEAST);
            assertThat(during.ackMicros()).isLessThan(most(before.ackMicros()));
            assertThat(during.deliveryMicros()).isLessThan(most(before.deliveryMicros()));
        }
    }

    private static long most(long micros) {
        return (long) (micros * RATIO) + SLACK_MICROS;
    }

    private static Calm measure(Abuser line, Abuser listener, long room) throws IOException {
        var acks = new long[POSTS];
        var deliveries = new long[POSTS];
        for (int n = 0; n < POSTS; n++) {
            var began = System.nanoTime();
            line.say(Flood.post(room));
            var sequence = sequence(line.awaits("ack"));
            acks[n] = System.nanoTime() - began;
            hear(listener, room, sequence);
            deliveries[n] = System.nanoTime() - began;
            LockSupport.parkNanos(began + PAUSE_NANOS - System.nanoTime());
        }
        return new Calm(p99Micros(acks), p99Micros(deliveries));
    }

    private static void hear(Abuser listener, long room, long sequence) throws IOException {
        var event = listener.awaits("event");
        while (event.getJsonNumber("log").longValue() != room || sequence(event) != sequence)
            event = listener.awaits("event");
    }

    private static long sequence(JsonObject data) {
        return data.getJsonNumber("sequence").longValue();
    }

    private static long p99Micros(long[] nanos) {
        Arrays.sort(nanos);
        return TimeUnit.NANOSECONDS.toMicros(nanos[nanos.length * 99 / 100]);
    }

    private void flood(Flood way, Person mallory, long room) {
        var thread = new Thread(
                () -> {
                    while (!over) pour(way, mallory, room);
                },
                "flood");
        thread.setDaemon(true);
        thread.start();
    }

    /** Flooders are elsewhere: here they shall not take the processor from the server, and from who measures it. */
    private static void giveWay() throws IOException {
        try (var threads = Files.list(Path.of("/proc/self/task"))) {
            for (var thread : threads.filter(FloodIT::floods).toList())
                new ProcessBuilder(
                                "renice", "-n", "19", "-p", thread.getFileName().toString())
                        .redirectErrorStream(true)
                        .start();
        }
    }

    private static boolean floods(Path thread) {
        try {
            var name = Files.readString(thread.resolve("comm"));
            return name.startsWith("flood") || name.startsWith("HttpClient");
        } catch (IOException gone) {
            return false;
        }
    }

    private void pour(Flood way, Person mallory, long room) {
        try {
            way.pour(mallory, room, flooded);
        } catch (IOException | UncheckedIOException closed) {
            // It comes again.
        }
    }
}
