package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is here, and how they show themselves, is seen at each node: protocol sections 4.2 and 6.11. */
class TwoNodesPeopleIT {
    private static TwoNodes nodes;

    private Person ann;
    private Person bob;
    private long room;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes("two_nodes_people", Map.of("holdfast.presence.grace", "2s")).start();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void meet() {
        ann = Person.signUp(nodes.one.uri(), "ann " + UUID.randomUUID());
        bob = Person.signUp(nodes.other.uri(), "bob " + UUID.randomUUID());
        room = ann.createRoom("room " + UUID.randomUUID());
        bob.join(room);
    }

    @Test
    void whoIsAtOneNodeIsSeenAtTheOtherHoweverTheyAre() {
        try (var anns = voice(ann, "online");
                var bobs = voice(bob, "away")) {
            awaitShown(anns, bob, "away");
            awaitShown(bobs, ann, "online");
            for (var state : new String[] {"busy", "online", "offline"}) {
                bobs.say(Json.frame("presence", Map.of("state", state)));
                awaitShown(anns, bob, state);
            }
        }
    }

    @Test
    void whoseNodeIsKilledIsGoneAfterAWhileAndSeenWhenBack() {
        try (var anns = voice(ann, "online")) {
            try (var bobs = voice(bob, "online")) {
                awaitShown(anns, bob, "online");
                nodes.other.kill9();
                assertThat(bobs.closeCode()).as("premise: his line broke").isEqualTo(1006);
            }
            awaitShown(anns, bob, "offline");
            nodes.other.start();
            try (var bobs = voice(bob, "away")) {
                awaitShown(anns, bob, "away");
                // It did not hear that she came.
                awaitShown(bobs, ann, "online");
            }
        }
    }

    @Test
    void howSomebodyShowsThemselfIsSeenAtTheOtherNodeEvenIfItHearsNothing() {
        try (var bobs = voice(bob, "online")) {
            say("lunch");
            awaitProfile(bobs, "lunch");
            for (int n = 0; n < 3; n++) {
                TwoNodes.deafen();
                say("deaf " + n);
                awaitProfile(bobs, "deaf " + n);
            }
            ann.request("PATCH", "api/profile", Json.object(Map.of("displayName", "Ann the second")))
                    .expect(204);
            awaitProfile(bobs, "Ann the second");
        }
    }

    private void say(String text) {
        ann.request("PUT", "api/profile/status", Json.object(Map.of("text", text)))
                .expect(204);
    }

    private void awaitProfile(Voice voice, String part) {
        voice.awaits(
                data -> data.getInt("room") == room
                        && data.containsKey("people")
                        && data.get("people").toString().contains(part),
                "presence");
    }

    private Voice voice(Person person, String state) {
        var voice = new Voice(person, Transport.WEBSOCKET)
                .hello(Map.of("presence", state, "session", UUID.randomUUID().toString()));
        voice.awaits("welcome");
        return voice;
    }

    private void awaitShown(Voice voice, Person person, String state) {
        voice.awaits(data -> shows(data, person, state), "presence");
    }

    private boolean shows(JsonObject data, Person person, String state) {
        return data.getInt("room") == room && names(data.getJsonArray(state), person);
    }

    private static boolean names(JsonArray accounts, Person person) {
        return accounts != null && accounts.toString().matches(".*\\b" + person.account() + "\\b.*");
    }
}
