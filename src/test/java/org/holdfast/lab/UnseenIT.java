package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protocol section 6.12: as what somebody chose to be seen, others see them, whatever they ask; and they are told all the same. */
class UnseenIT {
    private static Site server;

    private Person ann;
    private Person bob;
    private Person cid;
    private long room;
    private long aside;

    @BeforeAll
    static void start() {
        server = Site.shared("unseen")
                .with("holdfast.poll.interval", "100ms")
                .with("holdfast.commands.rate", "0")
                .with("holdfast.presence.grace", "2s")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void meet() {
        var test = UUID.randomUUID().toString();
        ann = Person.signUp(server.uri(), "ann " + test);
        bob = Person.signUp(server.uri(), "bob " + test);
        cid = Person.signUp(server.uri(), "cid " + test);
        room = ann.createRoom("room " + test);
        aside = ann.createRoom("aside " + test);
        bob.join(aside);
        bob.join(room);
        cid.join(room);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBSOCKET", "LONG_POLL"})
    void whoIsInvisibleIsNeitherSeenNorCalledNorSaidToTypeAndHearsAll(Transport transport) {
        var known = answers();
        choose("\"invisible\"");
        try (var anns = voice(ann, Transport.WEBSOCKET, "online");
                var cids = voice(cid, Transport.WEBSOCKET, "online");
                var bobs = voice(bob, transport, "online")) {
            awaitShown(bobs, ann, "online");
            awaitShown(anns, cid, "online");
            bobs.say(Json.frame("presence", Map.of("state", "busy")));
            bobs.say(Json.frame("typing", Map.of("room", room)));
            anns.say(Voice.post(UUID.randomUUID().toString(), room, "come, @here"));
            var called = bobs.awaits(UnseenIT::isEvent, "event").getJsonObject("body");
            assertThat(called.get("mentions").toString())
                    .contains("[" + cid.account() + ",")
                    .doesNotContain("[" + bob.account() + ",");
            // There, since a post ends the typing: what he said before it was carried out.
            bobs.say(Voice.post(UUID.randomUUID().toString(), aside, "not now"));
            anns.awaits(data -> isEvent(data) && isBy(data, bob), "event");
            cids.say(Json.frame("presence", Map.of("state", "away")));
            var next = anns.awaits(data -> isShown(data, cid, "away") || tellsOf(data, bob), "presence", "typing");
            assertThat(tellsOf(next, bob)).as("%s", next).isFalse();
            assertThat(answers()).isEqualTo(known);
            choose("null");
            awaitShown(anns, bob, "busy");
        }
    }

    @Test
    void whoIsSeenAndChoosesOtherwiseIsThatFromThenOnAndTheirDevicesKnow() {
        try (var anns = voice(ann, Transport.WEBSOCKET, "online");
                var bobs = voice(bob, Transport.WEBSOCKET, "online")) {
            awaitShown(anns, bob, "online");
            bobs.say(Json.frame("typing", Map.of("room", room)));
            anns.awaits(data -> tellsOf(data, bob), "typing");
            choose("\"invisible\"");
            awaitShown(anns, bob, "offline");
            anns.awaits(data -> data.getJsonArray("people").isEmpty(), "typing");
            choose("\"away\"");
            var next = anns.awaits(data -> tellsOf(data, bob), "presence");
            assertThat(isShown(next, bob, "away")).as("%s", next).isTrue();
            bobs.awaits(
                    data -> data.getJsonObject("body").getString("shownAs", "").equals("away"), "event");
        }
    }

    /** What anybody may ask about him. */
    private List<String> answers() {
        return Stream.of(
                        "api/profiles?ids=" + bob.account(),
                        "api/people?name=" + bob.name().replace(" ", "%20"),
                        "api/rooms/" + room + "/members")
                .map(path -> ann.get(path).expect(200).text())
                .toList();
    }

    private void choose(String shownAs) {
        bob.request("PATCH", "api/preferences", Json.parse("{\"shownAs\":" + shownAs + "}"))
                .expect(204);
    }

    private static Voice voice(Person person, Transport transport, String state) {
        var voice = new Voice(person, transport)
                .hello(Map.of("presence", state, "session", UUID.randomUUID().toString()));
        voice.awaits("welcome");
        return voice;
    }

    private void awaitShown(Voice voice, Person person, String state) {
        voice.awaits(data -> isShown(data, person, state), "presence");
    }

    private boolean isShown(JsonObject data, Person person, String state) {
        return data.getInt("room") == room
                && data.containsKey(state)
                && names(data.getJsonArray(state).toString(), person);
    }

    private boolean tellsOf(JsonObject data, Person person) {
        return data.getInt("room") == room
                && data.entrySet().stream()
                        .filter(each -> !each.getKey().equals("room"))
                        .anyMatch(each -> names(each.getValue().toString(), person));
    }

    private static boolean names(String json, Person person) {
        return json.matches(".*\\b" + person.account() + "\\b.*");
    }

    private static boolean isEvent(JsonObject data) {
        return data.getString("type").equals("message");
    }

    private static boolean isBy(JsonObject event, Person person) {
        return event.getJsonObject("author").getInt("id") == Integer.parseInt(person.account());
    }
}
