package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.holdfast.Holds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocol's page is enough: what was written from it alone, in Python, is promised the same. */
class ForeignLanguageIT {
    private static final int CUTS = 8;
    private static final int POSTS = 20;
    private static final int LONG_TEXTS = 60;
    private static final Duration SOON = Duration.ofSeconds(40);
    private static Site server;

    private TcpProxy line;
    private ChatClient ann;
    private ForeignClient bob;
    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("foreign-language")
                .with("holdfast.heartbeat.interval", "1s")
                .with("holdfast.heartbeat.silence", "4s")
                .with("holdfast.heartbeat.evict", "6s")
                .with("holdfast.send.limit", "2s")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void meet(org.junit.jupiter.api.TestInfo test) throws IOException {
        var name = test.getTestMethod().orElseThrow().getName().substring(0, 20);
        ann = Person.signUp(server.uri(), "ann " + name).client(Patience.CALM).connect();
        room = ann.person().createRoom(name);
        line = new TcpProxy(server.port());
        bob = new ForeignClient(Person.signUp(server.uri(), "bob " + name).by(server.by(line.uri())), room);
        until(() -> bob.last() >= 2);
        until(() -> ann.view(room).last() >= 2);
    }

    @AfterEach
    void part() throws IOException {
        line.pass();
        bob.close();
        ann.close();
        line.close();
    }

    @Test
    @Holds("2: ignore members that it does not know")
    void itHasEachEventOnceInOrderHoweverItsLineIsCut() throws IOException {
        for (int cut = 0; cut < CUTS; cut++) {
            for (int n = 0; n < POSTS; n++) {
                ann.post(room, "ann " + cut + " " + n);
                bob.post("bob " + cut + " " + n + " – 你好 🙂");
            }
            var some = acknowledged().size() + cut;
            until(() -> acknowledged().size() >= some);
            line.reset();
        }
        until(() -> acknowledged().size() == CUTS * POSTS);
        assertThat(told("ended", "code")).as("premise: ends").hasSizeGreaterThanOrEqualTo(CUTS / 2);
        assertWhole();
    }

    @Test
    void whatWasCommittedAndNotAcknowledgedIsThereOnceWhenItIsSentAgain() throws IOException {
        line.silenceDown();
        bob.post("once");
        until(() -> ann.view(room).messages().size() == 1);
        assertThat(acknowledged()).as("premise: the ack is lost").isEmpty();
        line.reset();
        line.pass();
        until(() -> acknowledged().size() == 1);
        assertThat(told("sent", "id")).as("premise: sent twice").hasSize(2);
        assertThat(acknowledged().get(0).getInt("sequence"))
                .isEqualTo((int) ann.view(room).messages().get(0).sequence());
        assertWhole();
    }

    @Test
    @Holds("5: answer the server's pings with their data")
    void whoAnswersPingsIsSentHoweverMuchItLacks() throws IOException {
        line.refuse();
        line.reset();
        until(() -> !told("ended", "code").isEmpty());
        var padding = "x".repeat(7_900);
        IntStream.range(0, LONG_TEXTS).forEach(n -> ann.post(room, n + padding));
        until(() -> ann.outbox().isEmpty());
        var ends = told("ended", "code").size();
        line.pass();
        until(() -> bob.last() == ann.view(room).last());
        assertThat(told("ended", "code").stream().skip(ends)).doesNotContain("1013", "1006", "4001");
        assertWhole();
    }

    @Test
    @Holds("7: time to read what was sent")
    void whoDoesNotAnswerThemIsASlowConsumer() throws IOException {
        var padding = "x".repeat(7_900);
        IntStream.range(0, LONG_TEXTS).forEach(n -> ann.post(room, n + padding));
        until(() -> ann.outbox().isEmpty());
        try (var mute = RawWebSocket.of(ann.person())) {
            mute.text("{\"type\":\"hello\",\"data\":{\"protocol\":1}}");
            assertThat(mute.closeCode(SOON)).isEqualTo(1013);
        }
    }

    private void assertWhole() {
        until(() -> ann.outbox().isEmpty());
        var log = ann.person().log(room);
        until(() -> bob.last() == log.size() && ann.view(room).last() == log.size());
        var witnesses = new ArrayList<>(List.of(Oracle.Witness.of(ann, room), bob.witness()));
        assertThat(Oracle.judge(room, log, witnesses)).isEmpty();
    }

    private List<JsonObject> acknowledged() {
        return bob.told("acked").stream().map(each -> each.getJsonObject("ack")).toList();
    }

    private List<String> told(String what, String member) {
        return bob.told(what).stream().map(each -> each.get(member).toString()).toList();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(SOON).until(condition);
    }
}
