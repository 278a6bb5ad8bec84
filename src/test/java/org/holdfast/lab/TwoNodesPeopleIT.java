package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is here, how they show themselves, who types, and who is connected, is seen at each node: protocol sections 4.2, 6.2 and 6.11. */
class TwoNodesPeopleIT {
    /** The page looks every three seconds, and waits for a node for one. */
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static TwoNodes nodes;
    private static Person admin;

    private Person ann;
    private Person bob;
    private long room;
    private final String suffix = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        nodes = new TwoNodes("two_nodes_people", Map.of("holdfast.presence.grace", "2s")).start();
        // Whoever comes first is the administrator.
        admin = Person.signUp(nodes.one.uri(), "admin");
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void meet() {
        ann = Person.signUp(nodes.one.uri(), "ann " + suffix);
        bob = Person.signUp(nodes.other.uri(), "bob " + suffix);
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
    void whoTypesIsSeenAtTheOtherNodeUntilTheyStopOrPost() {
        try (var anns = voice(ann, "online");
                var bobs = voice(bob, "online")) {
            for (var end : List.of(
                    Json.frame("typing", Map.of("room", room, "typing", false)),
                    Voice.post(UUID.randomUUID().toString(), room, "here it is"))) {
                bobs.say(Json.frame("typing", Map.of("room", room)));
                anns.awaits(data -> isTyped(data, bob.name()), "typing");
                bobs.say(end);
                anns.awaits(data -> isTyped(data, "[]"), "typing");
            }
        }
    }

    /** Each of her nodes shows her so, the one that heard it and the one that has to look. */
    @Test
    void whoIsSeenAsWhatTheyChoseIsSoAtEachNodeEvenIfOneHearsNothing() {
        try (var anns = voice(ann, "online");
                var there = voice(ann.signIn(nodes.other.uri()), "online");
                var bobs = voice(bob, "online")) {
            awaitShown(bobs, ann, "online");
            choose("invisible");
            awaitShown(bobs, ann, "offline");
            TwoNodes.deafen();
            choose("away");
            awaitShown(bobs, ann, "away");
        }
    }

    private void choose(String shownAs) {
        ann.request("PATCH", "api/preferences", Json.object(Map.of("shownAs", shownAs)))
                .expect(204);
    }

    private boolean isTyped(JsonObject data, String by) {
        return data.getInt("room") == room && data.get("people").toString().contains(by);
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

    @Test
    void theRoomsOfWhoIsRenamedAtOneNodeAreCalledSoAtTheOther() {
        new Host(ann).direct(bob);
        assertThat(bob.get("api/rooms").text()).contains("\"" + ann.name() + "\"");
        ann.request("PATCH", "api/profile", Json.object(Map.of("displayName", "Ann of old")))
                .expect(204);
        // Sooner than what a node remembers is too old by itself.
        await().atMost(Duration.ofSeconds(5))
                .until(() -> bob.get("api/rooms").text(), text -> text.contains("\"Ann of old\""));
    }

    @Test
    void connectionsAreListedAndEndedWhicheverNodeHasThem() {
        try (var anns = voice(ann, "online");
                var bobs = voice(bob, "online")) {
            var all = awaitConnections(2);
            assertThat(all.getJsonArray("nodes"))
                    .extracting(Object::toString)
                    .hasSize(2)
                    .isSorted();
            var second = connections("&before=" + LiveList.id(all, 0));
            assertThat(second.getJsonArray("connections")).hasSize(1);
            assertThat(LiveList.id(second, 0)).as("page by page").isEqualTo(LiveList.id(all, 1));
            for (int n = 0; n < 2; n++)
                admin.delete("api/connections/" + LiveList.id(all, n)).expect(204);
            assertThat(anns.closeCode()).isEqualTo(1001);
            assertThat(bobs.closeCode()).isEqualTo(1001);
            assertThat(admin.get("api/audit").text()).contains(LiveList.id(all, 0), LiveList.id(all, 1));
            admin.delete("api/connections/" + LiveList.id(all, 1)).expect(404);
        }
    }

    @Test
    void aNodeThatStandsStillIsNamedAndTheOthersAreListed() {
        try (var chromium = new Chromium();
                var anns = voice(ann, "online");
                var bobs = voice(bob, "online")) {
            var other = nodeOf("bob");
            var page = chromium.open(chromium.person(), nodes.one.uri()).signIn("admin", admin.password());
            page.identity().showConnections();
            var list = page.browser().pages().get(0);
            var total = list.locator(hook("connections-total"));
            assertThat(total).containsText("at 2 nodes", SOON);
            page.pictures("connections-of-two-nodes");
            nodes.other.pause();
            assertThat(list.locator(hook("connections-silent"))).containsText(other, SOON);
            assertThat(total).containsText("no other node has answered", SOON);
            page.pictures("connections-of-a-silent-node");
            nodes.other.proceed();
            assertThat(total).containsText("at 2 nodes", SOON);
        } finally {
            nodes.other.proceed();
        }
    }

    private JsonObject awaitConnections(int count) {
        return await().until(() -> connections(""), found -> found.getInt("total") == count);
    }

    private String nodeOf(String name) {
        awaitConnections(2);
        var found = new LiveList(admin).ask("?name=" + name + "%20" + suffix);
        return LiveList.id(found, 0).split("-")[0];
    }

    /** Those of the two. */
    private JsonObject connections(String more) {
        return new LiveList(admin).ask("?name=" + suffix + more);
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
