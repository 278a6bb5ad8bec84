package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person counts as read without having looked at it, at each of their devices. */
class ReadMarksPageIT {
    private static final String SECRET = "a long enough secret";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage bob;
    private static ChatPage phone;
    private static Person cleo;
    private static int tests;

    private List<String> rooms;

    @BeforeAll
    static void start() {
        server = Site.shared("read-marks-page")
                .with("holdfast.commands.rate", "0")
                .start();
        chromium = new Chromium();
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

    /** In each of two rooms something waits; Bob is elsewhere. */
    @BeforeEach
    void talk() {
        tests++;
        rooms = Stream.of("mill ", "quay ").map(name -> name + tests).toList();
        for (var name : rooms) {
            var room = cleo.createRoom(name);
            bob.joinRoom(name);
            bob.enter("elsewhere");
            cleo.say(room, "one");
            cleo.say(room, "@Bob, two");
        }
        phone.enter("elsewhere");
        for (var name : rooms) waitsIn(name, 2, 1);
    }

    @AfterEach
    void nothingWentWrong() {
        for (var page : List.of(bob, phone)) assertThat(page.errors()).isEmpty();
    }

    @Test
    void aRoomIsReadByItsMenuAndStaysUnopened() {
        bob.own().open(rooms.get(0));
        assertThat(page(bob).locator(hook("room-read"))).isFocused();
        bob.shoot("room-menu-unread");
        new Keyboard(page(bob)).press("Enter");
        assertThat(line(rooms.get(0)).locator(hook("room-more"))).isFocused();
        waitsIn(rooms.get(0), 0, 0);
        waitsIn(rooms.get(1), 2, 1);
        assertThat(page(bob).locator(hook("open-room-name"))).hasText("elsewhere");
        bob.own().open(rooms.get(0));
        assertThat(page(bob).locator(hook("room-read"))).hasCount(0);
        bob.own().close();
    }

    @Test
    void allRoomsAreReadByOneKeyAlsoWhileOneWrites() {
        bob.write("half a thought");
        bob.people().toggle();
        new Keyboard(page(bob)).press("Shift+Escape");
        for (var name : rooms) waitsIn(name, 0, 0);
        assertThat(page(bob).locator(hook("composer"))).hasValue("half a thought");
        assertThat(page(bob).locator(hook("members-panel"))).isVisible();
        bob.people().toggle();
        bob.write("");
        bob.reload();
        for (var name : rooms) waitsIn(name, 0, 0);
    }

    private static void waitsIn(String room, int messages, int mentions) {
        for (var device : List.of(bob, phone)) {
            device.unread().messagesIn(room, messages);
            device.unread().mentionsIn(room, mentions);
        }
    }

    private static Locator line(String room) {
        return page(bob).locator("li.room-row", new Page.LocatorOptions().setHasText(room));
    }

    private static Page page(ChatPage of) {
        return of.browser().pages().get(0);
    }
}
