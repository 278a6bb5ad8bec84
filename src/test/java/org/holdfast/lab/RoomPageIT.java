package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person's list of rooms says, at each of their devices, while others talk. */
class RoomPageIT {
    private static final String SECRET = "a long enough secret";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static ChatPage phone;
    private static Person cleo;
    private static int rooms;

    private String name;
    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("room-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada", SECRET);
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", SECRET);
        phone = chromium.open(chromium.person(), server.uri()).signIn("Bob", SECRET);
        cleo = Person.signUp(server.uri(), "cleo");
        bob.people().makeRoom("elsewhere", "What else there is");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has a room of its own, which neither of Bob's devices has open. */
    @BeforeEach
    void meet() {
        name = "room " + (char) ('A' + rooms++);
        room = cleo.createRoom(name);
        ada.joinRoom(name);
        bob.joinRoom(name);
        for (var device : List.of(bob, phone)) device.enter("elsewhere");
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(List.of(ada, bob, phone))
                .allSatisfy(page -> assertThat(page.errors()).isEmpty());
    }

    @Test
    void unreadMessagesAreCountedAlikeByAllDevicesAndOnlyMessages() {
        cleo.say(room, "read before");
        bob.enter(name);
        bob.sees("read before");
        bob.enter("elsewhere");
        IntStream.range(0, 70).forEach(n -> cleo.say(room, "line " + n));
        ada.message("line 69").react("\uD83D\uDC4D");
        for (var device : List.of(bob, phone)) device.unread().messagesIn(name, 70);
        phone.reload();
        phone.unread().messagesIn(name, 70);
        phone.enter("elsewhere");
        bob.enter(name);
        bob.unread().newBeginsWith("line 0");
        bob.unread().toNewest();
        bob.unread().messagesIn(name, 0);
        phone.unread().messagesIn(name, 0);
    }

    @Test
    void aMessageIsToBeReadAgainEverywhere() {
        List.of("first", "second", "third").forEach(text -> cleo.say(room, text));
        bob.enter(name);
        bob.sees("third");
        phone.unread().messagesIn(name, 0);
        bob.message("second").unreadFrom();
        phone.unread().messagesIn(name, 2);
        bob.unread().messagesIn(name, 2);
        bob.unread().newBeginsWith("second");
        bob.shoot("unread-from-here");
        bob.enter("elsewhere");
        bob.unread().messagesIn(name, 2);
        bob.enter(name);
        phone.unread().messagesIn(name, 0);
    }

    @Test
    void whoIsCalledByNameSeesSoInTheListAndInTheMessage() {
        ada.enter(name);
        ada.unread().begin("Look, @b");
        ada.unread().offers("Bob");
        ada.unread().composeWithEnter();
        ada.unread().offers("Bob");
        ada.shoot("mention-offers");
        ada.unread().takeBy("Tab");
        ada.unread().sends("Look, @Bob");
        for (var device : List.of(bob, phone)) device.unread().mentionsIn(name, 1);
        bob.enter(name);
        bob.unread().isCalled("Look, @Bob", true);
        ada.unread().isCalled("Look, @Bob", false);
        phone.unread().mentionsIn(name, 0);
        bob.pictures("mention");
        ada.unread().begin("all of us :coff");
        ada.unread().takeBy("Enter");
        ada.unread().sends("all of us \u2615");
    }

    @Test
    void aRoomIsRenamedAndArchivedForEverybodyAtOnceAndTakenUpAgain() {
        make("moderator");
        ada.enter(name);
        bob.enter(name);
        ada.people().toggle();
        ada.people().changeRoom("Hall of " + name, "What belongs here");
        bob.people().roomIsCalled("Hall of " + name, "What belongs here");
        ada.people().panelTells("What belongs here");
        ada.people().archiveRoom();
        bob.people().readOnly(true);
        bob.enter("elsewhere");
        bob.people().hasNoRoom("Hall of " + name);
        phone.people().hasNoRoom(name);
        phone.reload();
        phone.enter("elsewhere");
        phone.people().hasNoRoom(name);
        ada.pictures("archived-room");
        ada.people().archiveRoom();
        phone.enter("Hall of " + name);
        phone.people().readOnly(false);
    }

    @Test
    void favouritesComeFirstAtEveryDeviceInTheOrderOfTheirPerson() {
        var second = "board " + rooms;
        cleo.createRoom(second);
        bob.joinRoom(second);
        phone.enter("elsewhere");
        bob.own().press(second, "favour");
        bob.own().favouritesAre(second);
        bob.own().press(name, "favour");
        // A line that goes elsewhere in the list while its menu is asked for is another.
        for (var device : List.of(bob, phone)) device.own().favouritesAre(second, name);
        bob.own().press(name, "up");
        phone.own().favouritesAre(name, second);
        phone.own().drag("elsewhere", second);
        bob.own().favouritesAre(name, "elsewhere", second);
        bob.own().drag(name, second);
        phone.reload();
        for (var device : List.of(bob, phone)) device.own().favouritesAre("elsewhere", second, name);
        bob.own().open(second);
        bob.pictures("room-menu");
        bob.own().close();
        for (var room : List.of(name, second)) bob.own().press(room, "unfavour");
        phone.own().favouritesAre("elsewhere");
        phone.own().press("elsewhere", "unfavour");
        bob.own().favouritesAre();
    }

    @Test
    void aMutedRoomIsQuietAtEveryDeviceButForWhoIsCalledThere() {
        bob.own().levelIs(name, "mentions");
        bob.own().level(name, "all");
        bob.own().press(name, "mute");
        phone.own().isMuted(name, true);
        cleo.say(room, "nothing that matters");
        cleo.say(room, "@Bob, look");
        phone.unread().mentionsIn(name, 1);
        phone.unread().messagesIn(name, 0);
        bob.shoot("muted-room");
        phone.own().press(name, "unmute");
        bob.unread().messagesIn(name, 2);
        phone.own().levelIs(name, "all");
    }

    @Test
    void membersThatCouldNotBeLoadedAreLoadedWhenThatIsTriedAgain() {
        var page = ada.browser().pages().get(0);
        ada.enter(name);
        page.route("**/members", Route::abort);
        ada.people().toggle();
        ada.people().couldNotBeLoaded();
        ada.pictures("members-failed");
        page.unroute("**/members");
        ada.people().loadAgain();
        ada.people().shows("Ada", "online");
        ada.people().toggle();
    }

    @Test
    void aGroupWritesInOneRoomWhoeverOfThemBeginsIt() {
        ada.own().writeTo("Bob", "cleo");
        ada.pictures("group-chosen");
        ada.own().begins("Bob, cleo");
        ada.people().roomIsMarked("Bob, cleo", "group");
        ada.say("the three of us");
        bob.enter("Ada, cleo");
        bob.sees("the three of us");
        bob.enter("elsewhere");
        bob.own().writeTo("cleo", "Ada");
        bob.own().begins("Ada, cleo");
        bob.sees("the three of us");
        bob.own().levelIs("Ada, cleo", "all");
        bob.shoot("group-room");
    }

    @Test
    void whatIsWrittenAtOneDeviceGoesOnAtTheOtherAndIsGoneOnceItWasSent() {
        bob.enter(name);
        bob.write("half a thought");
        phone.enter(name);
        phone.own().hasDraft("half a thought");
        phone.write("half a thought, and the rest");
        bob.own().hasDraft("half a thought, and the rest");
        bob.write("half a thought, and the rest of it");
        bob.enter("elsewhere");
        phone.own().hasDraft("half a thought, and the rest of it");
        phone.unread().sends("half a thought, and the rest of it");
        phone.own().hasDraft("");
        bob.enter(name);
        bob.own().hasDraft("");
    }

    private void make(String role) {
        var members = cleo.get("api/rooms/" + room + "/members").expect(200).json();
        var adas = members.getJsonArray("members").stream()
                .map(member -> member.asJsonObject())
                .filter(member -> member.getString("name").equals("Ada"))
                .findFirst()
                .orElseThrow()
                .getInt("id");
        cleo.request("PUT", "api/rooms/" + room + "/members/" + adas, Json.object(Map.of("role", role)))
                .expect(204);
    }
}
