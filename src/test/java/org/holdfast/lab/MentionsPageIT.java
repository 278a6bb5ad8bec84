package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of the messages in which somebody is mentioned, as one person in a browser has it. */
class MentionsPageIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CALLS = 24;
    private static final int PAGE = 20;

    private static Site server;
    private static Chromium chromium;
    private static Person ada;
    private static Person bob;
    private static ChatPage page;
    private static PageParts parts;
    private static long harbour;

    @BeforeAll
    static void start() {
        server =
                Site.shared("mentions-page").with("holdfast.commands.rate", "0").start();
        ada = Person.signUp(server.uri(), "ada");
        bob = Person.signUp(server.uri(), "bob");
        harbour = bob.createRoom("Harbour");
        ada.join(harbour);
        ada.createRoom("Quay");
        chromium = new Chromium();
        page = chromium.open(chromium.person(), server.uri()).signIn("ada", ada.password());
        parts = new PageParts(page.browser().pages().get(0));
        page.enter("Quay");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(page.errors()).isEmpty();
    }

    private static Keyboard keys() {
        return new Keyboard(parts.page());
    }

    private static Locator mention(String text) {
        return parts.part("own-mention", text);
    }

    private static void leave() {
        keys().press("Escape");
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
    }

    /** In the side bar. */
    private static void waits(int count) {
        assertThat(parts.part("own-mentions")).hasAttribute("data-waiting", String.valueOf(count), parts.attribute());
    }

    /** The server has read them into its index; the page of them is then as the server tells. */
    private static void areFindable(int count) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(ada.get("api/mentions?limit=50").json().getJsonArray("hits"))
                                .hasSize(count));
    }

    @Test
    void whatCallsOneIsListedWhereverItIsAndLeadsThere() {
        keys().press("Control+Shift+M");
        assertThat(parts.part("none")).containsText("@ada");
        page.pictures("own-mentions-none");
        bob.say(harbour, "a ship for @ada");
        assertThat(mention("a ship for @ada")).hasAttribute("data-unread", "true");
        assertThat(parts.part("mentions-state")).hasText("1 new mention");
        leave();
        waits(1);
        IntStream.rangeClosed(1, CALLS).forEach(n -> bob.say(harbour, "call " + n + " for @Ada"));
        waits(1 + CALLS);
        keys().press("Shift+Escape");
        waits(0);
        bob.say(harbour, "and @room, too");
        waits(1);
        areFindable(CALLS + 2);
        parts.part("own-mentions").click();
        assertThat(parts.part("own-mention")).hasCount(PAGE);
        assertThat(parts.part("own-mention").first()).containsText("and @room, too");
        assertThat(parts.part("mention-new")).hasCount(1);
        page.pictures("own-mentions");
        parts.part("mentions-older").press("Enter");
        assertThat(parts.part("own-mention").nth(PAGE)).isFocused();
        assertThat(parts.part("mentions-older")).hasCount(0);
        keys().toSelector("[role=listitem]:last-child > " + hook("own-mention"), "ArrowDown")
                .press("Enter");
        var marked = parts.page().locator(hook("message") + "[data-marked]");
        assertThat(marked).containsText("a ship for @ada");
        assertThat(marked).isInViewport();
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
        assertThat(page.address().getFragment()).startsWith("room-" + harbour + "/");
    }
}
