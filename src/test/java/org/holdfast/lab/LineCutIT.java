package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Twenty people talk while their lines are cut fifty times in every way there is; the seed makes a run repeatable. */
class LineCutIT {
    private static final int PEOPLE = 20;
    private static final int MESSAGES = 10_000;
    private static final int CUTS = 50;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private enum Cut {
        RESET(27),
        /** Half-open, both ways. */
        SILENCE(8),
        /** Half-open: the server hears the client, the client hears nothing. */
        DEAF(5),
        /** Half-open the other way: posts and pings are swallowed. */
        DUMB(3),
        REFUSE(5),
        KILL_9(2);

        private final int times;

        Cut(int times) {
            this.times = times;
        }
    }

    /** A person at the far end of a line of their own. */
    private record End(TcpProxy line, ChatClient client) {}

    /** Always the same, unless {@code -Dholdfast.seed} names another. */
    private final long seed = Long.getLong("holdfast.seed", 1);

    private final Random random = new Random(seed);
    private final PayaraMicro server = new PayaraMicro("line-cut")
            .with("holdfast.commands.rate", "0")
            .with("holdfast.heartbeat.interval", "1s")
            .with("holdfast.heartbeat.silence", "3s")
            .with("holdfast.heartbeat.evict", "4s");
    private final List<End> ends = new ArrayList<>();
    private long room;
    private int posted;

    @BeforeEach
    void meet(TestReporter reporter) {
        reporter.publishEntry("seed", String.valueOf(seed));
        server.start();
        IntStream.range(0, PEOPLE).forEach(this::arrive);
        until(() -> ends.stream().allMatch(end -> end.client.isLive()));
        var others = ends.subList(1, PEOPLE);
        others.forEach(end -> end.client.person().join(room));
        until(() -> others.stream().allMatch(end -> end.client.view(room).last() >= PEOPLE));
    }

    @AfterEach
    void part() {
        ends.forEach(end -> {
            end.client.close();
            end.line.close();
        });
        server.close();
    }

    @Test
    void nothingIsLostDoubledOrReorderedWhenTheLineIsCutFiftyTimes() {
        assertThat(cuts()).as("premise").hasSize(CUTS);
        for (var cut : cuts()) {
            post();
            // Somewhere among the acks of this round, and of what earlier cuts left over.
            var left = random.nextInt(Math.max(1, unanswered()));
            until(() -> unanswered() <= left);
            carryOut(cut, someEnds());
        }
        await("seed " + seed).atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).untilAsserted(this::judge);
        assertThat(clients())
                .as("premise: everybody was cut off, and nobody began anew")
                .allSatisfy(client -> {
                    assertThat(client.closeCodes()).hasSizeGreaterThan(5);
                    assertThat(client.view(room).resets()).isSubsetOf("joined");
                });
    }

    /** Until all have caught up the oracle finds them different from the log: what is left at the limit is the failure. */
    private void judge() {
        assertThat(unanswered()).as("unanswered posts").isZero();
        var log = ends.get(0).client.person().by(server.uri()).log(room);
        assertThat(log.stream().filter(Seen::isMessage)).hasSize(MESSAGES);
        var witnesses = clients().stream()
                .map(client -> Oracle.Witness.of(client, room))
                .toList();
        assertThat(Oracle.judge(room, log, witnesses)).isEmpty();
    }

    private List<ChatClient> clients() {
        return ends.stream().map(End::client).toList();
    }

    private void arrive(int number) {
        var line = new TcpProxy(server.port());
        var person = Person.signUp(server.uri(), "person " + number);
        if (number == 0) room = person.createRoom("the line");
        ends.add(new End(line, person.by(line.uri()).client(Patience.SHORT).connect()));
    }

    private void post() {
        for (int n = 0; n < MESSAGES / CUTS; n++, posted++) {
            var client = ends.get(posted % PEOPLE).client;
            client.post(room, "message " + posted + " " + "·".repeat(random.nextInt(200)));
        }
    }

    private void carryOut(Cut cut, List<End> cutOff) {
        switch (cut) {
            case RESET -> cutOff.forEach(end -> end.line.reset());
            case SILENCE -> halfOpen(cutOff, TcpProxy::silence);
            case DEAF -> halfOpen(cutOff, TcpProxy::silenceDown);
            case DUMB -> swallow(cutOff);
            case REFUSE -> refuse(cutOff);
            case KILL_9 -> {
                server.kill9();
                server.start();
            }
        }
    }

    /** Until each one has noticed by itself; then what was held back arrives late, on connections long given up. */
    private void halfOpen(List<End> cutOff, java.util.function.Consumer<TcpProxy> how) {
        cutOff.forEach(end -> how.accept(end.line));
        until(() -> cutOff.stream().noneMatch(end -> end.client.isLive()));
        cutOff.forEach(end -> end.line.pass());
    }

    /** The client hears the server's heartbeat all the time; it is for the server to notice. */
    private void swallow(List<End> cutOff) {
        until(() -> cutOff.stream().allMatch(end -> end.client.isLive()));
        var endings = cutOff.stream().mapToInt(LineCutIT::endings).sum();
        cutOff.forEach(end -> end.line.silenceUp());
        until(() -> cutOff.stream().mapToInt(LineCutIT::endings).sum() > endings);
        cutOff.forEach(end -> end.line.pass());
    }

    private void refuse(List<End> cutOff) {
        cutOff.forEach(end -> {
            end.line.refuse();
            end.line.reset();
        });
        until(() -> cutOff.stream().noneMatch(end -> end.client.isLive()));
        cutOff.forEach(end -> end.line.pass());
    }

    private List<Cut> cuts() {
        var cuts = new ArrayList<Cut>();
        for (var cut : Cut.values()) cuts.addAll(Collections.nCopies(cut.times, cut));
        Collections.shuffle(cuts, new Random(seed));
        return cuts;
    }

    private List<End> someEnds() {
        var shuffled = new ArrayList<>(ends);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(PEOPLE));
    }

    private int unanswered() {
        return ends.stream().mapToInt(end -> end.client.outbox().unanswered()).sum();
    }

    private static int endings(End end) {
        return end.client.closeCodes().size();
    }

    private void until(Callable<Boolean> condition) {
        await("seed " + seed).atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(condition);
    }
}
