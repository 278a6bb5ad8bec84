package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom and what the quick switcher leads to, beside a person's own rooms. */
class SwitcherPageIT {
    private static Site server;
    private static Chromium chromium;
    private static Person cleo;
    private static int people;

    private ChatPage ann;
    private Page page;
    private Keyboard keys;
    private long bread;

    @BeforeAll
    static void start() {
        server =
                Site.shared("switcher-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        cleo = Person.signUp(server.uri(), "cleo");
        Person.signUp(server.uri(), "clement");
        cleo.createRoom("clearing");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has a person and two rooms of their own. */
    @BeforeEach
    void meet() {
        var person = Person.signUp(server.uri(), "ann" + ++people);
        var apples = cleo.createRoom(called("apples"));
        bread = cleo.createRoom(called("bread"));
        for (var room : new long[] {apples, bread}) person.join(room);
        ann = chromium.open(chromium.person(), server.uri()).signIn(person.name(), person.password());
        page = ann.browser().pages().get(0);
        keys = new Keyboard(page);
        ann.enter(called("apples"));
        keys.isSoonAt("composer");
    }

    private static String called(String name) {
        return name + " " + people;
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ann.errors()).isEmpty();
        ann.browser().close();
    }

    @Test
    void roomsInWhichSomethingWaitsComeFirstWithWhatWaits() {
        ann.write("half a thought");
        ann.enter(called("bread"));
        keys.press("Control+k").isSoonAt("switcher");
        assertThat(part("switcher-room").locator("bdi")).hasText(new String[] {called("apples"), called("bread")});
        assertThat(part("switcher-room").first()).containsText("Draft");
        keys.press("Escape");
        ann.enter(called("apples"));
        IntStream.range(0, 2).forEach(n -> cleo.say(bread, "more " + n));
        ann.unread().messagesIn(called("bread"), 2);
        keys.press("Control+k").isSoonAt("switcher");
        assertThat(part("switcher-room").locator("bdi")).hasText(new String[] {called("bread"), called("apples")});
        assertThat(part("switcher-room").first().locator(hook("unread"))).hasText("2");
        ann.pictures("switcher-unread");
        // What comes meanwhile moves nothing under whoever chooses.
        keys.press("ArrowDown", "ArrowUp", "Enter");
        isIn(called("bread"));
    }

    @Test
    void aPersonIsWrittenToAndTheSecondTimeTheirRoomIsTheirs() {
        keys.press("Control+k").isSoonAt("switcher").write("cle");
        assertThat(part("switcher-person").locator("bdi")).hasText(new String[] {"clement", "cleo"});
        assertThat(part("switcher-other").locator("bdi")).hasText(new String[] {"clearing"});
        assertThat(Axe.findings(page)).isEmpty();
        ann.pictures("switcher-people");
        keys.press("ArrowDown", "Enter");
        isIn("cleo");
        keys.isSoonAt("composer").write("here I am").press("Enter");
        ann.seesSent("here I am");
        keys.press("Control+k").isSoonAt("switcher").write("cle");
        assertThat(part("switcher-room").locator("bdi")).hasText(new String[] {"cleo"});
        assertThat(part("switcher-person").locator("bdi")).hasText(new String[] {"clement"});
        keys.press("Escape");
    }

    @Test
    void aRoomIsJoinedByArrowsThatGoRoundThroughAllThereIs() {
        keys.press("Control+k").isSoonAt("switcher").write("cle");
        assertThat(part("switcher-other")).hasCount(1);
        keys.press("ArrowUp");
        assertThat(part("switcher-other")).hasAttribute("aria-selected", "true");
        var chosen = page.locator("#" + part("switcher").getAttribute("aria-activedescendant"));
        assertThat(chosen).hasText("clearing");
        keys.press("Enter");
        isIn("clearing");
        keys.isSoonAt("composer");
        keys.press("Control+k").isSoonAt("switcher").write("clearing");
        assertThat(part("switcher-room").locator("bdi")).hasText(new String[] {"clearing"});
        keys.press("Escape");
    }

    @Test
    void whatTheServerRefusesIsSaidAndOneOwnRoomsAreThereWithoutIt() {
        page.route("**/api/people*", Route::abort);
        page.route("**/join", Route::abort);
        keys.press("Control+k").isSoonAt("switcher").write("cle");
        assertThat(part("switcher-other")).hasCount(1);
        assertThat(part("switcher-person")).hasCount(0);
        keys.press("Enter");
        assertThat(page.locator("dialog[open] [role=alert]")).isVisible();
        part("switcher").fill("bre");
        keys.press("Enter");
        isIn(called("bread"));
    }

    private void isIn(String room) {
        assertThat(part("open-room-name")).hasText(room);
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    private Locator part(String name) {
        return page.locator(hook(name));
    }
}
