package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Some never read, in a room where it rains messages: the others do not notice, the server's memory neither, and nothing is lost. */
class SlowReaderIT {
    /** On a small machine fewer, {@code -Dslow.readers=90 -Dslow.seconds=45}: less than 40 s of it fit into the system's buffers. */
    private static final int READERS = Integer.getInteger("slow.readers", 900);

    private static final int SLOW = Math.max(1, READERS / 9);
    private static final int RATE = 100;
    private static final int SECONDS = Integer.getInteger("slow.seconds", 60);
    private static final int TEXT_LENGTH = 1_000;
    /** How much worse the readers may fare. */
    private static final double RATIO = 1.2;

    private static final long SLACK_MICROS = 5_000;
    private static final int PEOPLE = 4;
    private static final long HEAP_SLACK = 8L << 20;
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final System.Logger LOG = System.getLogger(SlowReaderIT.class.getName());

    private final PayaraMicro server = new PayaraMicro("slow-readers")
            .with("holdfast.connections.per.account", "0")
            .with("holdfast.commands.rate", "0")
            .with("holdfast.send.limit", "1s")
            // Nobody posts for the streams of the crowd.
            .with("holdfast.heartbeat.silence", "20m")
            .with("holdfast.heartbeat.evict", "30m");
    private List<Person> people;
    private ChatClient speaker;
    private long room;

    @BeforeEach
    void start() {
        server.start();
        speaker = Person.signUp(server.uri(), "speaker").client().connect();
        room = speaker.person().createRoom("rain");
        people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> Person.signUp(server.uri(), "reader " + n))
                .toList();
        people.forEach(person -> person.join(room));
        await().atMost(SOON).until(() -> speaker.isLive() && speaker.view(room).last() > PEOPLE);
    }

    @AfterEach
    void stop() {
        speaker.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void thoseWhoReadDoNotNoticeThoseWhoDoNotAndTheseAreWholeAfterTheyResume(Road road) throws IOException {
        try (var readers = new Crowd(road, people, READERS)) {
            // Compiled code first, and full rings: both measures are of a warm server.
            rain(readers);
            var without = rain(readers);
            var heapBefore = LiveHeap.of(server.pid());
            var slow = new ArrayList<SlowReader>();
            for (int n = 0; n < SLOW; n++) slow.add(new SlowReader(road, people.get(n % PEOPLE), room));
            var with = rain(readers);
            var heapAfter = LiveHeap.of(server.pid());
            LOG.log(
                    System.Logger.Level.INFO,
                    road + ", p99 of the readers: " + without + " µs without slow ones, " + with + " µs with; heap "
                            + heapBefore + ", then " + heapAfter);
            assertThat(readers.size()).as("readers still there").isEqualTo(READERS);
            assertThat(with).as("p99 in µs, without: " + without).isLessThan((long) (without * RATIO) + SLACK_MICROS);
            assertThat(heapAfter.bytes()).as("live heap").isLessThan(heapBefore.bytes() + HEAP_SLACK);
            var head = speaker.view(room).last();
            for (var each : slow) each.isClosedAndResumesTo(head);
        }
    }

    /** An even rate for the time of the measure; gives the readers' p99 in microseconds. */
    private long rain(Crowd readers) {
        var expected = readers.deliveries() + RATE * SECONDS * READERS;
        var cloud = Executors.newSingleThreadScheduledExecutor();
        var padding = ".".repeat(TEXT_LENGTH);
        var drops = cloud.scheduleAtFixedRate(
                () -> speaker.post(room, Crowd.stamp() + padding), 0, 1_000_000 / RATE, TimeUnit.MICROSECONDS);
        await().atMost(SOON.plusSeconds(2L * SECONDS)).until(() -> readers.deliveries() >= expected);
        drops.cancel(false);
        cloud.shutdown();
        await().atMost(SOON).until(() -> speaker.outbox().isEmpty());
        return readers.p99Micros();
    }
}
