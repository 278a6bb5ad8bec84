package org.holdfast.lab;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People talk, from the outside: everything arrives once, in order, with its author and time, and stays. */
@Tag("any-server")
class ConversationIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int SNAPSHOT = 20;
    private static final List<String> LANGUAGES = List.of(
            "Good morning, everyone",
            "大家早上好，今天的会议改到下午三点",
            "おはようございます。会議は午後三時です",
            "좋은 아침입니다, 여러분",
            "صباح الخير جميعًا",
            "בוקר טוב לכולם",
            "Доброе утро, коллеги",
            "Καλημέρα σε όλους",
            "सुप्रभात, सबको",
            "อรุณสวัสดิ์ทุกคน — é́ 👩🏽‍💻🇨🇭 \"quoted\" \\ </script> \u2028 \t end");

    private static Server server;
    private static List<Person> settlers;
    private static Person ann;
    private static Person bob;

    private ChatClient anns;
    private ChatClient bobs;
    private long room;

    @BeforeAll
    static void start() {
        server = Server.of("conversation");
        settlers = Settlers.settle(server, 200);
        server.start();
        ann = Person.signUp(server.uri(), "ann");
        bob = Person.signUp(server.uri(), "Bob Łukasz 博");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void meet() {
        room = ann.createRoom("room " + UUID.randomUUID());
        anns = ann.client(Patience.SHORT).connect();
        await().atMost(SOON).until(anns::isLive);
        bobs = bob.client(Patience.SHORT).connect();
        await().atMost(SOON).until(bobs::isLive);
        bob.join(room);
        await().atMost(SOON).until(() -> bobs.view(room).last() > 0);
    }

    @AfterEach
    void part() {
        anns.close();
        bobs.close();
    }

    @Test
    void tenLanguagesArriveOnceInOrderWithAuthorAndTime() {
        var before = System.currentTimeMillis();
        LANGUAGES.forEach(text -> anns.post(room, text));
        awaitDelivery();
        assertThat(texts(bobs)).isEqualTo(LANGUAGES);
        assertThat(bobs.view(room).messages())
                .extracting(Seen::authorName, Seen::author)
                .containsOnly(tuple("ann", ann.account()));
        assertThat(bobs.view(room).messages())
                .extracting(Seen::at)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(before, System.currentTimeMillis()));
        assertThat(anns.outbox().acknowledged().values())
                .extracting(Receipt::at)
                .containsExactlyElementsOf(
                        bobs.view(room).messages().stream().map(Seen::at).toList());
    }

    @Test
    void theLongestTextArrivesWholeAndALongerOneIsRefused() {
        var longest = "字".repeat(7_998) + "👍";
        anns.post(room, longest);
        var tooLong = anns.post(room, longest + "x");
        anns.post(room, "after");
        awaitDelivery();
        assertThat(texts(bobs)).containsExactly(longest, "after");
        assertThat(anns.outbox().refused()).containsOnlyKeys(tooLong).containsValue("bad_field");
    }

    @Test
    void tenMessagesASecondFromEachOfTwoArriveInOneOrder() throws InterruptedException {
        var pace = Executors.newSingleThreadScheduledExecutor();
        var said = new CopyOnWriteArrayList<String>();
        pace.scheduleAtFixedRate(
                () -> {
                    said.add(anns.post(room, "ann says " + said.size()));
                    bobs.post(room, "bob says " + said.size());
                },
                0,
                100,
                TimeUnit.MILLISECONDS);
        await().atMost(SOON).until(() -> said.size() >= 50);
        pace.shutdown();
        assertThat(pace.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        awaitDelivery();
        assertThat(texts(bobs)).hasSize(2 * said.size()).isEqualTo(texts(anns));
    }

    @Test
    void everythingIsStillThereAfterStopAndStart() {
        anns.post(room, "before the stop");
        awaitDelivery();
        var log = ann.log(room);
        server.stop();
        var during = anns.post(room, "while it is down");
        assertThat(anns.outbox().unanswered()).isOne();
        server.start();
        awaitDelivery();
        assertThat(ann.log(room)).startsWith(log.toArray(Seen[]::new)).hasSize(log.size() + 1);
        assertThat(texts(bobs)).containsExactly("before the stop", "while it is down");
        assertThat(anns.outbox().acknowledged()).containsKey(during);
        assertThat(bob.get("api/session").status()).isEqualTo(200);
        assertThat(bob.signIn(server.uri()).log(room)).isEqualTo(ann.log(room));
    }

    @Test
    void aMemberWhoComesLaterReadsAllThatWasSaid() {
        IntStream.range(0, 250).forEach(n -> anns.post(room, "line " + n));
        awaitDelivery();
        var cleo = Person.signUp(server.uri(), "cleo " + room);
        cleo.join(room);
        assertThat(cleo.log(room).stream().filter(Seen::isMessage).map(Seen::text))
                .containsExactlyElementsOf(
                        IntStream.range(0, 250).mapToObj(n -> "line " + n).collect(toList()));
        try (var late = cleo.client(Patience.SHORT).connect()) {
            await().atMost(SOON)
                    .until(() -> late.isLive()
                            && late.view(room).last() == cleo.log(room).size());
            assertThat(late.view(room).begin()).isEqualTo(cleo.log(room).size() - SNAPSHOT);
        }
    }

    /** By WebSocket and event stream, with cookie and access token. */
    @Test
    void eachOfTwoHundredWhoKnockAtOnceIsGreetedAsThemselves() throws InterruptedException {
        var crowd = IntStream.range(0, settlers.size())
                .mapToObj(n -> n % 4 < 2 ? settlers.get(n) : withToken(settlers.get(n)))
                .toList();
        for (int round = 0; round < 3; round++)
            assertThat(HandshakeCrowd.greeted(crowd))
                    .isEqualTo(settlers.stream().map(Person::name).toList());
    }

    private static Person withToken(Person person) {
        var issued = person.post("api/tokens", "{\"name\":\"a program\"}").expect(201);
        return Person.program(person.base(), issued.json().getString("token"));
    }

    /** The server is started as by the README's command. */
    @Test
    void aStartSaysWhereTheHouseIsAndWhereItsDataLies() {
        assertThat(server.output())
                .contains("Holdfast is ready at http://localhost:" + server.port() + "/. Its data: " + server.data());
        assertThat(server.data().resolve("holdfast.mv.db")).isNotEmptyFile();
    }

    @Test
    void ofWhatIsForTestsAloneTheLogWarns() {
        assertThat(server.output()).contains("password.iterations is for tests alone: 1024");
    }

    @Test
    void nothingListensBeyondTheMachine() {
        anns.post(room, "and all is warm");
        awaitDelivery();
        assertThat(server.listening())
                .contains("127.0.0.1:" + server.port())
                .allMatch(address -> address.startsWith("127.0.0.1:"));
    }

    /** Waits until both have all that is in the log and nothing is unanswered, then asks the oracle. */
    private void awaitDelivery() {
        await().atMost(SOON)
                .until(() -> anns.outbox().isEmpty() && bobs.outbox().isEmpty());
        var head = ann.log(room).size();
        await().atMost(SOON)
                .until(() -> anns.view(room).last() == head && bobs.view(room).last() == head);
        Oracle.assertHolds(room, List.of(anns, bobs));
    }

    private List<String> texts(ChatClient client) {
        return client.view(room).messages().stream().map(Seen::text).toList();
    }

    /** Section 3.1: nobody waits for two hundred rooms to see the one that they opened. */
    @ParameterizedTest
    @EnumSource(Transport.class)
    void theRoomThatAClientLooksAtComesBeforeTheOthers(Transport transport) {
        var cleo = Person.signUp(server.uri(), "cleo by " + transport);
        var rooms = Stream.generate(() -> cleo.createRoom("room " + UUID.randomUUID()))
                .limit(3)
                .toList();
        for (var lookedAt : rooms) {
            try (var voice = new Voice(cleo, transport).hello(Map.of("first", lookedAt))) {
                assertThat(voice.awaits("event").getJsonNumber("log").longValue())
                        .isEqualTo(lookedAt);
            }
        }
    }
}
