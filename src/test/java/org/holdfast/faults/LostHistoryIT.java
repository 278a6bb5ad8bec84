package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.ChatPage;
import org.holdfast.lab.Chromium;
import org.holdfast.lab.Patience;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.holdfast.lab.Seen;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can't be replayed is said, and what was never sent is found (protocol, sections 3.1 and 3.3). */
class LostHistoryIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "a long enough secret";
    private static final String ROOM = "history";

    private final PayaraMicro server = new PayaraMicro("lost-history")
            .with("holdfast.heartbeat.interval", "1s")
            .with("holdfast.heartbeat.silence", "3s")
            .with("holdfast.heartbeat.evict", "6s");
    private ChatClient bob;
    private long room;

    @BeforeEach
    void start() {
        server.start();
        bob = Person.signUp(server.uri(), "Bob").client(Patience.CALM).connect();
        room = bob.person().createRoom(ROOM);
        await().atMost(SOON).until(() -> bob.isLive() && bob.view(room).last() > 0);
    }

    @AfterEach
    void stop() {
        bob.close();
        server.close();
    }

    @Test
    void aLostLastEventIsFoundWithinAHeartbeat() throws IOException {
        try (var sieve = new FrameSieve(server.port())) {
            var person = Person.signUp(server.uri(), "Ann");
            person.join(room);
            var ann = person.by(sieve.uri()).client(Patience.CALM).connect();
            await().atMost(SOON).until(ann::isLive);
            says("the last but one");
            await().atMost(SOON)
                    .until(() -> ann.view(room).last() == bob.view(room).last());
            sieve.drop("last words");
            says("last words");
            // Nothing follows them but the heads, which say how far she was sent the room.
            await().atMost(SOON)
                    .until(() -> ann.view(room).last() == bob.view(room).last());
            assertThat(sieve.dropped()).as("premise").isEqualTo(1);
            // A second may be on its way already when she goes.
            assertThat(sieve.headsSince()).as("heartbeats until she resumed").isBetween(1, 2);
            assertThat(ann.closeCodes()).containsExactly(4000);
            assertThat(ann.view(room).messages())
                    .extracting(Seen::text)
                    .containsExactly("the last but one", "last words");
            ann.close();
        }
    }

    @Test
    void aRoomWhoseHistoryWasLostBeginsAnewAndThePageShowsIt() {
        try (var chromium = new Chromium()) {
            var ann = chromium.open(chromium.person(), server.uri()).signUp("Ann", PASSWORD);
            ann.joinRoom(ROOM);
            ann.enter(ROOM);
            says("kept");
            says("lost with the disk");
            ann.seesSent("lost with the disk");
            restoreBackup();
            ann.statusIs("live");
            says("after the backup was restored");
            ann.seesSent("after the backup was restored");
            assertShows(ann, List.of("kept", "after the backup was restored"));
            assertThat(bob.view(room).resets()).contains("epoch");
            assertThat(bob.view(room).seen()).isEqualTo(viewed(bob.person().log(room)));
        }
    }

    /** What a view that began anew has: the log after its begin. */
    private List<Seen> viewed(List<Seen> log) {
        return log.subList((int) bob.view(room).begin(), log.size());
    }

    private static void assertShows(ChatPage page, List<String> texts) {
        await().atMost(SOON).untilAsserted(() -> assertThat(page.texts()).isEqualTo(texts));
        page.shoot("history-began-anew");
        assertThat(page.errors()).isEmpty();
    }

    private void says(String text) {
        bob.post(room, text);
        await().atMost(SOON).until(() -> bob.outbox().isEmpty());
    }

    /** The database as it was one event ago, under the new epoch that whoever restores a backup has to give. */
    private void restoreBackup() {
        server.stop();
        var database = Jdbi.create("jdbc:h2:file:" + server.data().resolve("holdfast"), "holdfast", "");
        database.useTransaction(handle -> {
            handle.execute(
                    "DELETE FROM event WHERE log = ? AND sequence = (SELECT last_sequence FROM log WHERE id = ?)",
                    room,
                    room);
            handle.execute("UPDATE log SET last_sequence = last_sequence - 1, epoch = 'restored' WHERE id = ?", room);
        });
        server.start();
    }
}
