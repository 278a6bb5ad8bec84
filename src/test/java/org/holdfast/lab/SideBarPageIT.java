package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In what order a person's rooms are listed, and which of them: what they have folded, and only what is unread. */
class SideBarPageIT {
    private static Site server;
    private static Chromium chromium;
    private static int adas;

    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Long> rooms = new HashMap<>();
    private ChatPage ada;
    private Page page;

    @BeforeAll
    static void start() {
        server =
                Site.shared("side-bar-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has an Ada of its own, who has two rooms and three conversations. Harbour is open. */
    @BeforeEach
    void meet() {
        adas++;
        var person = Person.signUp(server.uri(), "ada" + adas);
        for (var name : List.of("bob", "cleo", "dora")) talk(called(name), person);
        for (var name : List.of("harbour", "wharf")) {
            rooms.put(called(name), people.get(called("bob")).createRoom(called(name)));
            person.join(rooms.get(called(name)));
        }
        ada = chromium.open(chromium.person(), server.uri()).signIn(person.name(), person.password());
        page = ada.browser().pages().get(0);
        ada.enter(called("harbour"));
    }

    private void talk(String name, Person ada) {
        var person = Person.signUp(server.uri(), name);
        people.put(name, person);
        rooms.put(name, new Host(person).direct(ada));
        say(name, "Hello");
    }

    private static String called(String name) {
        return name + adas;
    }

    /** In the conversation with them. */
    private void say(String name, String text) {
        people.get(name).say(rooms.get(name), text);
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ada.errors()).isEmpty();
        ada.browser().close();
    }

    @Test
    void whoWroteLastComesFirstAndNothingMovesUnderThePointerOrLosesTheKeyboard() {
        listed("Direct messages", "dora", "cleo", "bob");
        room("bob").focus();
        say(called("bob"), "the latest");
        listed("Direct messages", "bob", "dora", "cleo");
        assertThat(room("bob")).isFocused();
        pointAt(room("cleo"), () -> say(called("cleo"), "later still"));
        listed("Direct messages", "cleo", "bob", "dora");
        page.reload();
        listed("Direct messages", "cleo", "bob", "dora");
        ada.own().choose("order", "name");
        listed("Direct messages", "bob", "cleo", "dora");
        page.reload();
        listed("Direct messages", "bob", "cleo", "dora");
    }

    /** As long as it moves there, all stand as they did. */
    private void pointAt(Locator room, Runnable act) {
        var names = page.locator("ul[aria-label='Direct messages'] .room-name");
        var before = names.allTextContents();
        var box = room.boundingBox();
        page.mouse().move(box.x + 20, box.y + 10);
        act.run();
        await().untilAsserted(() -> {
            page.mouse().move(box.x + 20 + Math.random() * 9, box.y + 10);
            assertThat(room.getAttribute("data-unread")).isEqualTo("2");
        });
        assertThat(names.allTextContents()).isEqualTo(before);
    }

    @Test
    void onlyWhatIsUnreadIsListedToWhoeverWantsThat() {
        for (var name : List.of("bob", "cleo", "dora")) ada.enter(called(name));
        ada.enter(called("harbour"));
        page.keyboard().press("Control+Shift+U");
        assertThat(part("only-unread")).hasAttribute("aria-pressed", "true");
        seen("harbour");
        assertThat(part("all-read")).hasText("Nothing unread");
        ada.pictures("nothing-unread");
        say(called("cleo"), "Are you there?");
        seen("harbour", "cleo");
        assertThat(part("all-read")).hasCount(0);
        ada.enter(called("cleo"));
        ada.unread().messagesIn(called("cleo"), 0);
        seen("cleo");
        ada.own().jumpTo(called("wharf"));
        seen("wharf");
        page.reload();
        seen("wharf");
        assertThat(part("show-all")).isVisible();
        part("show-all").press("Enter");
        seen("harbour", "wharf", "cleo", "dora", "bob");
        assertThat(part("only-unread")).isFocused();
        assertThat(part("only-unread")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void whatIsFoldedHidesNothingThatWaitsAndStaysFolded() {
        var heading = page.locator(hook("fold-part") + "[data-part=others]");
        heading.press("Enter");
        assertThat(heading).hasAttribute("aria-expanded", "false");
        assertThat(heading).isFocused();
        listed("Rooms", "harbour");
        people.get(called("bob")).say(rooms.get(called("wharf")), "look");
        listed("Rooms", "harbour", "wharf");
        ada.pictures("folded-rooms");
        ada.enter(called("wharf"));
        ada.unread().messagesIn(called("wharf"), 0);
        listed("Rooms", "wharf");
        page.reload();
        listed("Rooms", "wharf");
        heading.press("Enter");
        listed("Rooms", "harbour", "wharf");
    }

    private void listed(String list, String... names) {
        assertThat(page.locator("ul[aria-label='" + list + "'] .room-name")).hasText(all(names));
    }

    /** In all lists. */
    private void seen(String... names) {
        assertThat(page.locator(hook("room") + " .room-name")).hasText(all(names));
    }

    private static String[] all(String... names) {
        return List.of(names).stream().map(SideBarPageIT::called).toArray(String[]::new);
    }

    private Locator room(String name) {
        return page.locator(hook("room") + "[title='" + called(name) + "']");
    }

    private Locator part(String name) {
        return page.locator(hook(name));
    }
}
