package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for those who have no pointer, or a finger, hear it, want no motion, or see it large (WCAG 2.2 AA). */
class AccessibleIT {
    private static final String MOVING = """
            () => [...document.querySelectorAll('*')].filter((each) => {
              const { transitionDuration, animationDuration, animationName } = getComputedStyle(each);
              const isLong = (durations) => durations.split(',').some((each) => parseFloat(each) > 0);
              return isLong(transitionDuration) || (animationName !== 'none' && isLong(animationDuration));
            }).map((each) => each.outerHTML.slice(0, 100))""";
    /** Keeps what a screen reader says from now on. */
    private static final String LISTEN = """
            () => {
              window.heard = [];
              const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
              const regions = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';
              new MutationObserver((changes) => {
                const changed = new Set(changes.map(({ target }) => element(target)?.closest(regions)));
                const texts = [...changed].map((region) => region?.textContent.trim());
                window.heard.push(...texts.filter(Boolean));
              }).observe(document.body, { subtree: true, childList: true, characterData: true });
            }""";

    private static final String TEXT_SIZE = "getComputedStyle(document.querySelector('.text')).fontSize";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage bob;
    private static int rooms;
    private static ChatPage ada;
    private String room;

    @BeforeAll
    static void start() {
        server = Site.shared("accessible").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada", "a long enough secret");
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", "a long enough secret");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void meet() {
        room = "room " + ++rooms;
        ada.createRoom(room);
        bob.joinRoom(room);
    }

    @Test
    void aBurstOfMessagesIsSaidInFewWords() {
        page(bob).evaluate(LISTEN);
        IntStream.rangeClosed(1, 50).forEach(n -> ada.say("word " + n));
        bob.sees("word 50");
        page(bob).waitForFunction("() => heard.some((text) => /new messages|word/.test(text))");
        var heard = (List<?>) page(bob).evaluate("() => heard");
        assertThat(heard).as("%s", heard).hasSizeLessThan(50 / 3);
    }

    /** What one test leaves open is not the next one's. */
    @AfterEach
    void leave() {
        page(ada).keyboard().press("Escape");
    }

    @Test
    void whoWantsNoMotionHasNone() {
        var page = page(bob);
        ada.say("still");
        bob.message("still").react("\uD83D\uDC4D");
        page.locator(hook("members")).click();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat((List<?>) page.evaluate(MOVING)).isEmpty();
        page.locator(hook("members")).click();
    }

    @Test
    void aKeyboardAloneIsEnoughToTalk() {
        var keys = new Keyboard(page(bob));
        keys.to("composer").write("by keys").press("Enter");
        bob.seesSent("by keys");
        keys.toSelector(".log", "Shift+Tab")
                .press("ArrowUp")
                .toSelector("[data-emoji]", "Tab")
                .press("Enter");
        ada.message("by keys").hasReaction("\uD83D\uDC4D", 1);
        keys.to("tool-reply")
                .press("Enter")
                .isSoonAt("composer")
                .write("and a reply")
                .press("Enter");
        ada.sees("and a reply");
        keys.press("ArrowUp").isSoonAt("message-edit").write("!").press("Enter").isSoonAt("composer");
        ada.sees("and a reply!");
    }

    @Test
    void theFocusStaysWhileOthersWriteAndIsNotLostWithWhatIsDeleted() {
        bob.say("under the keys");
        bob.seesSent("under the keys");
        var keys = new Keyboard(page(bob));
        keys.toSelector(".log", "Shift+Tab").press("ArrowUp").to("tool-pin");
        for (var n : List.of("1", "2", "3")) ada.say("meanwhile " + n);
        bob.sees("meanwhile 3");
        keys.isSoonAt("tool-pin")
                .to("tool-delete")
                .press("Enter")
                .isSoonAt("tool-delete-sure")
                .press("Enter");
        keys.isSoonAtSelector(".log, .message, " + hook("composer"));
    }

    @Test
    void aFingerThatRestsOnAMessageOpensItsTools() {
        ada.say("under the finger");
        bob.sees("under the finger");
        // What is announced of it says the same.
        var message = page(bob).locator(hook("message-text")).getByText("under the finger");
        var tools = page(bob).locator(hook("message-tools"));
        // Once, so that their view is there.
        message.hover();
        tools.waitFor();
        page(bob).mouse().move(0, 0);
        PlaywrightAssertions.assertThat(tools).hasCount(0);
        var finger = new Finger(page(bob));
        await().until(() -> finger.scrollsPast(message, tools));
        finger.down(message);
        tools.waitFor();
        finger.up();
        PlaywrightAssertions.assertThat(tools).isVisible();
    }

    @Test
    void aThreadAndTheSwitcherGiveTheFocusBack() {
        ada.say("a question");
        bob.sees("a question");
        var keys = new Keyboard(page(bob));
        keys.press("Control+k")
                .isSoonAtSelector("dialog[open] input")
                .press("Escape")
                .isSoonAt("composer");
        ada.message("a question").reply();
        ada.say("an answer");
        bob.sees("an answer");
        keys.toSelector(".log", "Shift+Tab")
                .press("ArrowUp", "ArrowUp")
                .to("thread-open")
                .press("Enter");
        keys.isSoonAt("thread-composer").write("thanks").press("Enter");
        ada.sees("thanks");
        keys.press("Escape").isSoonAt("composer");
    }

    @Test
    void aCompactPageHasMoreAtOnceInTextThatIsAsLarge() {
        for (var text : List.of("one of us", "two of us")) {
            ada.say(text);
            bob.sees(text);
        }
        var usual = heights();
        bob.own().choose("density", "compact");
        assertThat(heights())
                .zipSatisfy(usual, (height, before) -> assertThat(height).isLessThan(before));
        assertThat(page(bob).evaluate(TEXT_SIZE)).isEqualTo("15px");
        bob.pictures("compact");
        page(bob).reload();
        bob.sees("two of us");
        assertThat(heights().get(0)).isLessThan(usual.get(0));
        bob.own().choose("density", "comfortable");
        assertThat(heights()).isEqualTo(usual);
    }

    private static List<Double> heights() {
        return page(bob).locator(hook("message")).all().stream()
                .map(message -> message.boundingBox().height)
                .toList();
    }

    /** By what opens them, from the page or from the menu of settings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "browse-rooms",
                "write-to",
                "new-room",
                "threads",
                "own-mentions",
                "search-open",
                "pins-open",
                "settings show-account",
                "settings show-alerts",
                "settings show-tokens",
                "settings show-shortcuts",
                "settings show-accounts",
                "settings show-invite",
                "settings show-audit"
            })
    void aDialogIsOpenedByKeysFitsEverywhereAndGivesTheFocusBack(String openers) {
        var keys = new Keyboard(page(ada));
        for (var opener : openers.split(" ")) keys.to(opener).press("Enter");
        page(ada).locator("dialog[open]").waitFor();
        keys.isSoonAtSelector("dialog[open] *");
        Pictures.fitsSmall(page(ada), openers);
        keys.press("Escape").isSoonAt(openers.split(" ")[0]);
    }

    private static Page page(ChatPage page) {
        return page.browser().pages().get(0);
    }
}
