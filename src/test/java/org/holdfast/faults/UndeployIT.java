package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.holdfast.db.DataFolder;
import org.holdfast.db.Database;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Patience;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.holdfast.lab.Transport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The WAR is taken out of a container that goes on, and put in again: protocol section 5.3. Nobody loses anything, and nothing stays. */
class UndeployIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern OUR_THREAD =
            Pattern.compile("^\"(holdfast[^\"]*|H2[^\"]*|MVStore[^\"]*)\"", Pattern.MULTILINE);
    /** Payara keeps the application that it had last. */
    private static final int MOST_KEPT = 1;

    private static final int TIMES = 3;

    private static final PayaraMicro SERVER = new PayaraMicro("undeploy")
            .redeployed()
            .with("holdfast.drain.spread", "1s")
            .with("holdfast.poll.interval", "100ms");
    private List<ChatClient> clients = List.of();
    private static Person ann;
    private long room;

    @BeforeAll
    static void start() {
        SERVER.start();
        ann = Person.signUp(SERVER.uri(), "ann");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void meet() {
        room = ann.createRoom("lunch " + UUID.randomUUID());
    }

    @AfterEach
    void part() {
        clients.forEach(ChatClient::close);
    }

    @Test
    void everybodyIsSentAwayAndWholeAfterItIsPutInAgain() {
        comeByEachTransport();
        SERVER.undeploy();
        await().atMost(SOON).until(() -> all(client -> !client.closeCodes().isEmpty()));
        assertThat(firstCodes(Transport.WEBSOCKET, Transport.SSE)).containsOnly(1012);
        // Their bye is an answer, and the next poll finds nobody there.
        assertThat(firstCodes(Transport.LONG_POLL, Transport.SHORT_POLL)).isSubsetOf(1006, 1012);
        clients.forEach(client -> client.post(room, "while nobody is there"));
        SERVER.deploy();
        await().atMost(SOON)
                .until(() -> all(client -> client.isLive() && client.outbox().isEmpty()));
        say("after");
        Oracle.assertHolds(room, clients);
    }

    @Test
    void nothingOfItStaysInTheContainer() {
        comeByEachTransport();
        assertThat(ourThreads()).as("premise").isNotEmpty();
        for (int n = 0; n < TIMES; n++) {
            SERVER.undeploy();
            await().atMost(SOON).untilAsserted(() -> assertThat(ourThreads()).isEmpty());
            assertThat(messagesOnDisk()).isEqualTo(clients.size());
            assertThat(LiveHeap.of(SERVER.pid()).of("org.holdfast.app.HoldfastApplication"))
                    .isLessThanOrEqualTo(MOST_KEPT);
            SERVER.deploy();
        }
    }

    /** Jersey is gone before Holdfast: what it held has to be answered without it. */
    @Test
    void whoeverIsHeldIsAnswered() {
        var cursor = ann.get("api/poll?wait=0&session=held").text().replaceAll(".*\"cursor\":\"([^\"]+)\".*", "$1");
        var query = "api/poll?session=held&cursor=" + cursor;
        var held = CompletableFuture.supplyAsync(() -> ann.get(query));
        await().atMost(SOON).until(() -> LiveHeap.of(SERVER.pid()).subscribers() == 1);
        SERVER.undeploy();
        SERVER.deploy();
        assertThat(held.join().expect(200).text()).contains("\"why\":\"restart\"");
    }

    private void comeByEachTransport() {
        clients = Arrays.stream(Transport.values())
                .map(transport -> ann.client(Patience.PROTOCOL).by(transport).connect())
                .toList();
        await().atMost(SOON).until(() -> all(ChatClient::isLive));
        say("before");
    }

    private List<Integer> firstCodes(Transport... transports) {
        return Arrays.stream(transports)
                .map(transport -> clients.get(transport.ordinal()).closeCodes().get(0))
                .toList();
    }

    private void say(String text) {
        clients.forEach(client -> client.post(room, text));
        await().atMost(SOON).until(() -> all(client -> client.outbox().isEmpty()));
        Oracle.awaitHeard(ann, room, clients);
    }

    private boolean all(Predicate<ChatClient> condition) {
        return clients.stream().allMatch(condition);
    }

    private List<String> ourThreads() {
        var dump = Commands.run("jcmd", String.valueOf(SERVER.pid()), "Thread.print");
        return OUR_THREAD.matcher(dump).results().map(found -> found.group(1)).toList();
    }

    /** Read by this process: a file that the other one still held could not be opened. */
    private long messagesOnDisk() {
        try (var database = Database.embedded(DataFolder.at(SERVER.data().toString()), 2)) {
            return database.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT count(*) FROM event WHERE log = ? AND type = 'message'")
                            .bind(0, room)
                            .mapTo(Long.class)
                            .one());
        }
    }
}
