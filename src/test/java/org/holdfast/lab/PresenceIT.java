package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protocol section 4.2, by each transport: who is here, and who types. */
class PresenceIT {
    private static final int MANY = 40;

    private static Site server;

    private Person ann;
    private Person bob;

    /** Another who types: whoever polls is believed to be there for a while. */
    private Person cid;

    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("presence")
                .with("holdfast.poll.interval", "100ms")
                .with("holdfast.commands.rate", "0")
                // A welcome has no place in one answer to a poll.
                .with("holdfast.frame.bytes", "1024")
                .with("holdfast.presence.grace", "2s")
                .with("holdfast.typing.lease", "2s")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void meet() {
        // Whoever polled is believed for a while after: others in each test.
        var test = UUID.randomUUID().toString();
        ann = Person.signUp(server.uri(), "ann " + test);
        bob = Person.signUp(server.uri(), "bob " + test);
        cid = Person.signUp(server.uri(), "cid " + test);
        room = ann.createRoom("room " + UUID.randomUUID());
        cid.join(room);
        bob.join(room);
    }

    @ParameterizedTest
    @EnumSource
    void othersSeeWhoIsHereAndHow(Transport transport) {
        try (var anns = voice(ann, transport, "online");
                var bobs = voice(bob, transport, "away")) {
            awaitShown(anns, bob, "away");
            bobs.say(Json.frame("presence", Map.of("state", "online")));
            awaitShown(anns, bob, "online");
            bobs.say(Json.frame("presence", Map.of("state", "busy")));
            awaitShown(anns, bob, "busy");
            bobs.say(Json.frame("presence", Map.of("state", "offline")));
            awaitShown(anns, bob, "offline");
        }
    }

    @ParameterizedTest
    @EnumSource
    void othersSeeWhoTypesUntilTheyPostOrStopOrGo(Transport transport) {
        try (var anns = voice(ann, transport, "online");
                var cids = voice(cid, transport, "online")) {
            cids.say(typing(true));
            assertThat(typists(anns)).contains("\"name\":\"cid");
            cids.say(Voice.post(UUID.randomUUID().toString(), room, "here it is"));
            assertThat(typists(anns)).isEqualTo("[]");
            cids.say(typing(true));
            assertThat(typists(anns)).contains("cid");
            cids.say(typing(false));
            assertThat(typists(anns)).isEqualTo("[]");
            cids.say(typing(true));
            assertThat(typists(anns)).contains("cid");
            assertThat(typists(anns)).as("not said again").isEqualTo("[]");
        }
    }

    /** Section 6.11. */
    @ParameterizedTest
    @EnumSource
    void othersSeeWhatSomebodySaysOfThemselfUntilItIsOver(Transport transport) {
        try (var anns = voice(ann, transport, "online")) {
            anns.awaits(data -> data.getInt("room") == room, "presence");
            bob.request(
                            "PUT",
                            "api/profile/status",
                            Json.object(Map.of("emoji", "\u2615", "text", "brb", "lifetime", 1_500)))
                    .expect(204);
            awaitProfile(anns, "\"text\":\"brb\"");
            awaitProfile(anns, "\"displayName\":\"" + bob.name() + "\"}]");
            assertThat(ann.get("api/profiles?ids=" + bob.account()).expect(200).text())
                    .contains("\"id\":" + bob.account())
                    .doesNotContain("status");
        }
    }

    private void awaitProfile(Voice voice, String part) {
        voice.awaits(
                data -> data.getInt("room") == room
                        && data.containsKey("people")
                        && data.get("people").toString().contains(part),
                "presence");
    }

    @Test
    void whoseLineBreaksIsGoneAfterAMomentAndOnlyThen() {
        try (var anns = voice(ann, Transport.WEBSOCKET, "online")) {
            var bobs = voice(bob, Transport.WEBSOCKET, "online");
            awaitShown(anns, bob, "online");
            bobs.close();
            try (var again = voice(bob, Transport.WEBSOCKET, "away")) {
                // As online he is told twice when a session of another test ends just then.
                var next = anns.awaits(
                                data -> data.getInt("room") == room && !names(data.getJsonArray("online"), bob),
                                "presence")
                        .toString();
                assertThat(next).as("not gone in between").contains("away").doesNotContain("offline");
                again.say(Json.frame("ping", Map.of()));
            }
            awaitShown(anns, bob, "offline");
        }
    }

    @Test
    void whoTakesNoPartIsNeitherShownNorTold() {
        try (var anns = voice(ann, Transport.WEBSOCKET, "online");
                var bobs = new Voice(bob, Transport.WEBSOCKET).hello(Map.of())) {
            bobs.awaits("welcome");
            anns.say(typing(true));
            assertThat(typists(anns)).contains("ann");
            anns.say(Voice.post(UUID.randomUUID().toString(), room, "end"));
            var first = bobs.awaits(data -> !isEvent(data) || isSaid(data, "end"), "presence", "typing", "event");
            assertThat(isEvent(first)).as("%s", first).isTrue();
            assertThat(typists(anns)).isEqualTo("[]");
        }
    }

    /** Section 3.5: an answer is full long before all are told of. */
    @Test
    void whoPollsIsToldOfEachOfManyRooms() {
        var dan = Person.signUp(server.uri(), "dan");
        var rooms = IntStream.range(0, MANY)
                .mapToObj(n -> dan.createRoom("room " + UUID.randomUUID()))
                .toList();
        rooms.forEach(bob::join);
        try (var bobs = voice(bob, Transport.WEBSOCKET, "online")) {
            bobs.say(Json.frame("ping", Map.of()));
            var told = new ArrayList<Long>();
            var tokens = new ArrayList<String>();
            for (var answer = poll(dan, "", ""); answer.size() > 1; answer = goOn(dan, answer, tokens))
                note(answer, told);
            assertThat(told).containsExactlyElementsOf(rooms);
            assertThat(tokens)
                    .as("premise: not all had a place")
                    .anyMatch(token -> token.matches("\\w+\\.\\d+\\.\\d+"));
        }
    }

    private static List<JsonObject> poll(Person person, String cursor, String told) {
        var query = "api/poll?wait=0&session=many&presence=online&cursor=" + cursor + "&told=" + told;
        return Json.parse(person.get(query).expect(200).text()).asJsonArray().getValuesAs(JsonObject.class);
    }

    private static List<JsonObject> goOn(Person person, List<JsonObject> answer, List<String> tokens) {
        var next = answer.get(answer.size() - 1).getJsonObject("data");
        tokens.add(next.getString("told"));
        return poll(person, next.getString("cursor"), next.getString("told"));
    }

    /** The rooms of which all that are here are told; whoever is welcomed is told anew. */
    private static void note(List<JsonObject> answer, List<Long> rooms) {
        for (var frame : answer) {
            if (frame.getString("type").equals("welcome")) rooms.clear();
            var data = frame.getJsonObject("data");
            if (frame.getString("type").equals("presence") && data.containsKey("all"))
                rooms.add((long) data.getInt("room"));
        }
    }

    @Test
    void badInputIsRefused() {
        try (var anns = voice(ann, Transport.WEBSOCKET, "online")) {
            anns.say(Json.frame("presence", Map.of("state", "asleep")));
            assertThat(anns.awaits("refused").getString("code")).isEqualTo("bad_field");
            anns.say(Json.frame("typing", Map.of("room", 999_999)));
            assertThat(anns.awaits("refused").getString("code")).isEqualTo("not_found");
            anns.say(Json.frame("typing", Map.of("room", room, "typing", "yes")));
            assertThat(anns.awaits("refused").getString("code")).isEqualTo("bad_field");
        }
        var refused = ann.post("api/commands", Json.frame("presence", Map.of("state", "online")));
        assertThat(refused.text()).contains("bad_field").contains("session");
        assertThat(ann.get("api/poll?presence=asleep").status()).isEqualTo(400);
    }

    private Voice voice(Person person, Transport transport, String state) {
        var voice = new Voice(person, transport)
                .hello(Map.of("presence", state, "session", UUID.randomUUID().toString()));
        voice.awaits("welcome");
        return voice;
    }

    private String typing(boolean isTyping) {
        return Json.frame("typing", Map.of("room", room, "typing", isTyping));
    }

    private static boolean isEvent(JsonObject data) {
        return data.containsKey("sequence");
    }

    private static boolean isSaid(JsonObject event, String text) {
        return event.getJsonObject("body").getString("text", "").equals(text);
    }

    /** What is told of other rooms is passed over: those of other tests are the same people's. */
    private JsonObject next(Voice voice, String type) {
        return voice.awaits(data -> data.getInt("room") == room, type);
    }

    private String typists(Voice voice) {
        return next(voice, "typing").getJsonArray("people").toString();
    }

    private void awaitShown(Voice voice, Person person, String state) {
        voice.awaits(data -> data.getInt("room") == room && names(data.getJsonArray(state), person), "presence");
    }

    private static boolean names(JsonArray accounts, Person person) {
        return accounts != null && accounts.toString().matches(".*\\b" + person.account() + "\\b.*");
    }
}
