package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 6.1: what somebody may is so from the moment of its change, on every line; and who asks for more gets nothing. */
@Tag("any-server")
class AtOnceIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static Site server;
    private static Host admin;
    private static Host host;
    private static int mallorys;

    private Person mallory;
    private long room;
    private long other;

    @BeforeAll
    static void start() {
        server = Site.shared("at-once")
                .with("holdfast.poll.interval", "100ms")
                .with("holdfast.commands.rate", "0")
                .start();
        admin = new Host(Person.signUp(server.uri(), "ada"));
        host = new Host(Person.signUp(server.uri(), "hana"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void meet() {
        // Not a number of hexadecimal digits: "ada" can be a part of one.
        mallory = Person.signUp(server.uri(), "mallory " + ++mallorys);
        room = host.room("private", "cellar");
        other = host.room("private", "kitchen");
        host.bring(mallory, other);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsBroughtInHasTheRoomAndWhoIsTakenOutNothingOfItAfterThat(Transport transport) {
        try (var mallorys = transport.live(mallory)) {
            host.bring(mallory, room);
            host.person().say(room, "welcome, mallory");
            await().atMost(SOON).until(() -> texts(mallorys, room).equals(List.of("welcome, mallory")));
            var point = Map.of("epoch", epoch(mallory), "sequence", 1);
            host.takeOut(mallory, room);
            host.person().say(room, "is she gone?");
            host.person().say(other, "over here");
            await().atMost(SOON).until(() -> texts(mallorys, other).equals(List.of("over here")));
            assertThat(texts(mallorys, room)).containsExactly("welcome, mallory");
            assertThat(mallorys.findings()).isEmpty();
            assertThat(resumed(transport, point)).containsExactly(other);
            assertThat(mallory.get("api/rooms/" + room + "/events").status()).isEqualTo(404);
        }
    }

    private String epoch(Person person) {
        try (var voice = new Voice(person, Transport.WEBSOCKET).hello(Map.of())) {
            return rooms(voice.awaits("welcome")).stream()
                    .filter(state -> state.getInt("log") == room)
                    .findFirst()
                    .orElseThrow()
                    .getString("epoch");
        }
    }

    /** The rooms of a welcome to somebody who names a position in the one they were taken out of. */
    private List<Long> resumed(Transport transport, Map<String, ?> point) {
        var positions = Map.of("positions", Map.of(String.valueOf(room), point));
        try (var voice = new Voice(mallory, transport).hello(positions)) {
            return rooms(voice.awaits("welcome")).stream()
                    .map(state -> state.getJsonNumber("log").longValue())
                    .toList();
        }
    }

    private static List<JsonObject> rooms(JsonObject welcome) {
        return welcome.getJsonArray("rooms").getValuesAs(JsonObject.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsDisabledIsClosedWith4401AndCanNotComeBack(Transport transport) {
        try (var mallorys = transport.live(mallory)) {
            assertThat(admin.change(mallory, "disabled", true).status()).isEqualTo(204);
            host.person().say(other, "behind her back");
            await().atMost(SOON).until(() -> mallorys.state() == State.STOPPED);
            assertThat(mallorys.closeCodes()).containsExactly(4401);
            assertThat(texts(mallorys, other)).isEmpty();
        }
        assertThat(mallory.get("api/session").status()).isEqualTo(401);
        assertThat(logIn().status()).isEqualTo(401);
        assertThat(admin.change(mallory, "disabled", false).status()).isEqualTo(204);
        assertThat(logIn().status()).isEqualTo(200);
    }

    @Test
    void aTokenOfADisabledAccountIsWorthNothingAtOnce() {
        var issued = mallory.post("api/tokens", "{\"name\":\"a program\"}").expect(201);
        var program = Person.program(server.uri(), issued.json().getString("token"));
        program.get("api/session").expect(200);
        admin.change(mallory, "disabled", true).expect(204);
        assertThat(program.get("api/session").status()).isEqualTo(401);
    }

    private Answer logIn() {
        var login = Json.object(Map.of("name", mallory.name(), "password", mallory.password()));
        return Person.stranger(server.uri()).request("POST", "api/login", login);
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "direct"})
    void aRoomOfOthersIsAnsweredAsOneThatDoesNotExist(String kind) {
        var foreign = kind.equals("direct") ? host.direct(admin.person()) : room;
        assertThat(Decisions.ofRooms().stream().map(Decisions.OfRoom::asked).distinct())
                .hasSize(26)
                .allSatisfy(asked -> assertThat(asking(foreign).words(asked, mallory))
                        .as(asked)
                        .isEqualTo(asking(999_999_999).words(asked, mallory))
                        .contains("not_found"));
        assertThat(mallory.get("api/rooms").text()).doesNotContain("\"log\":" + foreign + ",");
    }

    private Asking asking(long room) {
        return new Asking()
                .with("room", room)
                .with("account", host.person().account())
                .with("file", "none")
                .with("message", 1)
                .with("extra", mallory.account());
    }

    @Test
    void whoSignsUpAsAnAdministratorIsAMember() {
        var wanted = Map.of("name", "eve", "password", "a long secret", "role", "admin", "id", 1, "disabled", false);
        var eve = Person.stranger(server.uri()).request("POST", "api/accounts", Json.object(wanted));
        assertThat(eve.expect(201).json().getString("role")).isEqualTo("member");
    }

    @Test
    void whoMakesThemselvesMoreStaysWhatTheyAre() {
        for (var role : List.of("admin", "bot", "member"))
            assertThat(new Host(mallory).change(mallory, "role", role).status()).isEqualTo(403);
        assertThat(mallory.get("api/session").json().getString("role")).isEqualTo("member");
        assertThat(mallory.post("api/rooms", "{\"name\":\"x\",\"kind\":\"direct\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theLastAdministratorStaysOne() {
        assertThat(admin.change(admin.person(), "role", "member").status()).isEqualTo(403);
        assertThat(admin.change(admin.person(), "disabled", true).status()).isEqualTo(403);
        assertThat(admin.person().get("api/session").json().getString("role")).isEqualTo("admin");
    }

    @Test
    void aGuestFindsNobodyButThoseWhomTheyShareARoomWith() {
        var open = host.person().createRoom("open " + UUID.randomUUID());
        assertThat(mallory.get("api/people?name=ada").text()).contains("\"ada\"");
        try (var voice = new Voice(mallory, Transport.WEBSOCKET).hello(Map.of())) {
            voice.awaits("welcome");
            admin.change(mallory, "role", "guest").expect(204);
            var told = voice.awaits(event -> event.getString("type").equals("role"), "event");
            assertThat(told.getJsonObject("body").getString("role")).isEqualTo("guest");
        }
        assertThat(mallory.get("api/people?name=ada").text()).isEqualTo("{\"people\":[]}");
        assertThat(mallory.get("api/people").text())
                .contains("\"hana\"", "mallory")
                .doesNotContain("\"ada\"");
        assertThat(mallory.get("api/rooms").text())
                .contains("\"log\":" + other + ",")
                .doesNotContain("\"log\":" + open + ",");
        assertThat(mallory.get("api/session").json().getString("role")).isEqualTo("guest");
    }

    @Test
    void twoPeopleHaveOneDirectRoomWhoeverOpensIt() {
        var direct = host.direct(mallory);
        assertThat(new Host(mallory).direct(host.person())).isEqualTo(direct);
        host.person().say(direct, "just us");
        assertThat(mallory.log(direct)).filteredOn(Seen::isMessage).hasSize(1);
    }

    private static List<String> texts(ChatClient client, long room) {
        return client.view(room).messages().stream().map(Seen::text).toList();
    }

    /** A thief who saw it coming, and had sent all but the end. */
    @ParameterizedTest
    @ValueSource(strings = {"api/tokens {'name':'for ever'}", "api/commands {'type':'ping'}"})
    void whatWasBegunBeforeTheSignOutIsNotDoneAfterIt(String what) throws IOException {
        var parts = what.replace('\'', '"').split(" ", 2);
        var head = "POST /" + parts[0] + " HTTP/1.1\r\nHost: " + server.uri().getAuthority() + "\r\nCookie: "
                + mallory.cookie() + "\r\nOrigin: " + mallory.origin() + "\r\nContent-Type: application/json\r\n"
                + "Expect: 100-continue\r\nContent-Length: " + parts[1].length() + "\r\n\r\n";
        try (var half = new HalfRequests(server.uri(), head, 1)) {
            assertThat(half.lastAnswer()).as("the body is waited for").contains(" 100 ");
            mallory.post("api/logout", "").expect(204);
            assertThat(half.then(parts[1]).lastAnswer()).contains(" 401 ");
        }
    }
}
