package org.holdfast.lab;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 6.1: everything that can be asked, by each role, from each membership of each kind of room. */
class AuthorisationIT {
    private static final Map<String, Person> BY_ROLE = new HashMap<>();

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static Site server;
    private static Host admin;
    private static Host host;
    private static Person spare;
    private static Person extra;

    @BeforeAll
    static void start() {
        server = Site.shared("authorisation")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.streams.anonymous", "10")
                .start();
        admin = new Host(Person.signUp(server.uri(), "first"));
        host = new Host(Person.signUp(server.uri(), "host"));
        spare = Person.signUp(server.uri(), "spare");
        extra = Person.signUp(server.uri(), "extra");
        BY_ROLE.put("nobody", Person.stranger(server.uri()));
        for (var role : List.of("guest", "member", "bot", "admin")) {
            BY_ROLE.put(role, Person.signUp(server.uri(), role));
            admin.change(BY_ROLE.get(role), "role", role).expect(204);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsOfNoOneRoomIsAnsweredByTheAccountsRole() {
        var answered = new ArrayList<Decisions.OfSite>();
        for (var cell : Decisions.ofTheSite()) {
            // Signing up, in and out end the login that they come with.
            var who = BY_ROLE.get(cell.role());
            if (cell.asked().matches("POST api/(accounts|login|logout)")
                    && !cell.role().equals("nobody")) who = who.signIn(server.uri());
            answered.add(new Decisions.OfSite(
                    cell.asked(), cell.role(), asking(cell.asked(), who).ask(cell.asked(), who)));
        }
        assertThat(answered).hasSameSizeAs(Decisions.ofTheSite());
        assertThat(answered)
                .as("what was answered otherwise")
                .filteredOn(cell -> !Decisions.ofTheSite().contains(cell))
                .isEmpty();
    }

    private static Asking asking(String asked, Person who) {
        var isStranger = who.cookie().isEmpty();
        var asking = new Asking()
                .with("account", spare.account())
                .with("id", 0)
                .with("name", isStranger ? spare.name() : who.name())
                .with("password", isStranger ? spare.password() : who.password());
        return asked.contains("streams/") ? withTopic(asking) : asking;
    }

    private static Asking withTopic(Asking asking) {
        var topic = "t" + UUID.randomUUID().toString().substring(0, 8);
        var wanted = Json.object(Map.of("name", topic, "publishers", "members"));
        admin.person().request("POST", "api/streams", wanted).expect(201);
        var token = admin.person().post("api/streams/" + topic + "/tokens", "{\"name\":\"a token\"}");
        return asking.with("topic", topic).with("id", token.expect(201).json().getInt("id"));
    }

    @Test
    void whatIsOfARoomIsAnsweredByTheMembership() {
        var answered = new ArrayList<Decisions.OfRoom>();
        var cases = Decisions.ofRooms().stream()
                .collect(groupingBy(
                        cell -> List.of(cell.role(), cell.kind(), cell.membership()),
                        LinkedHashMap::new,
                        groupingBy(Decisions.OfRoom::asked, LinkedHashMap::new, toList())));
        cases.forEach((scene, cells) -> {
            var who = BY_ROLE.get(scene.get(0));
            var asking = room(who, scene.get(1), scene.get(2));
            order(cells.keySet(), scene.get(2))
                    .forEach(asked -> answered.add(new Decisions.OfRoom(
                            asked, scene.get(0), scene.get(1), scene.get(2), asking.ask(asked, who))));
        });
        assertThat(answered).hasSize(26 * 4 * 12);
        assertThat(answered)
                .as("what was answered otherwise")
                .filteredOn(cell -> !Decisions.ofRooms().contains(cell))
                .isEmpty();
    }

    /** Whoever is in it comes in once more before they leave; whoever is not, leaves before they come in. */
    private static List<String> order(Collection<String> asked, String membership) {
        var ordered = new ArrayList<>(asked);
        if (!membership.equals("none")) ordered.sort(Comparator.comparing(each -> !each.endsWith("/join")));
        return ordered;
    }

    private static Asking room(Person who, String kind, String membership) {
        var isIn = !membership.equals("none");
        var other = kind.equals("direct") && isIn ? host.person() : spare;
        var room = kind.equals("direct") ? host.direct(isIn ? who : spare) : host.room(kind, UUID.randomUUID());
        if (!kind.equals("direct")) host.bring(spare, room);
        if (!kind.equals("direct") && isIn) host.bring(who, room);
        if (!kind.equals("direct") && isIn) host.make(who, membership, room);
        return asking(room, other);
    }

    private static Asking asking(long room, Person other) {
        return new Asking()
                .with("room", room)
                .with("message", host.post(room))
                .with("account", other.account())
                .with("extra", extra.account())
                .with("file", new Shelf(host.person(), room).posted("notes.txt", new byte[] {'n'}));
    }

    @Test
    void whoIsNotSignedInIsToldNothingOfAnyRoom() {
        var room = host.room("public", UUID.randomUUID());
        var stranger = BY_ROLE.get("nobody");
        var asking = asking(room, spare);
        assertThat(Decisions.ofRooms().stream().map(Decisions.OfRoom::asked).distinct())
                .hasSize(26)
                .allSatisfy(asked ->
                        assertThat(asking.ask(asked, stranger)).as(asked).isEqualTo(401));
    }

    /** Of another house, hidden, of another name, port or scheme; and not said at all, beside a cookie. */
    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://127.0.0.1:1", "http://%s.evil.example", "https://%s", ""
            })
    void noForeignPageMakesABrowserChangeAnythingOrConnect(String origin) {
        var forged = admin.person().from(origin.formatted(server.uri().getAuthority()));
        assertThat(changes())
                .allSatisfy(asked ->
                        assertThat(anywhere().ask(asked, forged)).as(asked).isEqualTo(403));
        admin.person().get("api/session").expect(200);
    }

    private static List<String> changes() {
        var changes = new Routes()
                .all().stream().filter(asked -> !asked.startsWith("GET ")).toList();
        assertThat(changes).hasSizeGreaterThan(35).anyMatch(asked -> asked.startsWith("WS "));
        return changes;
    }

    /** Names of nothing: who sees them judged too late. */
    private static Asking anywhere() {
        return new Asking()
                .with("room", 1)
                .with("message", 1)
                .with("account", admin.person().account())
                .with("extra", 0)
                .with("id", 0)
                .with("topic", "none")
                .with("name", admin.person().name())
                .with("password", admin.person().password());
    }

    @Test
    void aProgramThatShowsATokenNeedsNoOrigin() {
        var issued =
                admin.person().post("api/tokens", "{\"name\":\"a program\"}").expect(201);
        var program =
                Person.program(server.uri(), issued.json().getString("token")).from("");
        program.post("api/rooms", "{\"name\":\"by a program\"}").expect(201);
        assertThat(anywhere().ask("WS ws/chat", program)).isEqualTo(101);
        assertThat(anywhere().ask("POST sse/chat", program)).isEqualTo(200);
    }

    private static String ticket(Person who) {
        return who.post("api/tickets", "").expect(201).json().getString("ticket");
    }

    private static RawWebSocket show(String ticket) throws IOException {
        return RawWebSocket.open(
                server.uri(), "ws/chat", Map.of("Sec-WebSocket-Protocol", "holdfast, ticket." + ticket));
    }

    @Test
    void aTicketOpensOneWebSocketAndNoSecond() throws Exception {
        var ticket = ticket(spare);
        try (var socket = show(ticket)) {
            socket.text(Json.frame("hello", Map.of("protocol", 1)));
            assertThat(socket.nextText(LIMIT)).contains("welcome").contains("\"spare\"");
            assertThat(String.join("\n", socket.head()))
                    .containsIgnoringCase("Sec-WebSocket-Protocol: holdfast")
                    .doesNotContain(ticket);
        }
        try (var again = show(ticket)) {
            assertThat(again.closeCode(LIMIT)).isEqualTo(4403);
        }
    }

    @Test
    void aTicketOpensOneEventStream() throws Exception {
        try (var stream = new EventLines(HttpRequest.newBuilder(server.uri().resolve("sse/chat"))
                .header("Authorization", "Ticket " + ticket(spare))
                .build())) {
            assertThat(stream.data()).contains("welcome").contains("\"spare\"");
        }
    }

    @Test
    void aTicketMakesOneRequestAndNoSecondAndNothingThatOnlyThePersonDoes() {
        var ticket = ticket(spare);
        assertThat(shown("GET", "api/session", ticket).expect(200).json().getString("name"))
                .isEqualTo("spare");
        shown("GET", "api/session", ticket).expect(403);
        shown("POST", "sse/chat", ticket).expect(403);
        shown("GET", "api/tokens", ticket(spare)).expect(403);
        shown("POST", "api/tickets", ticket(spare)).expect(403);
        shown("GET", "api/session?ticket=" + ticket(spare), "none").expect(403);
    }

    private static Answer shown(String method, String path, String ticket) {
        var request = HttpRequest.newBuilder(server.uri().resolve(path)).header("Authorization", "Ticket " + ticket);
        return Http.answer(
                request.method(method, HttpRequest.BodyPublishers.noBody()).build());
    }
}
