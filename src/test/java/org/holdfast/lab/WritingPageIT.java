package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever writes has at hand, in the composer and where a message is written anew. */
class WritingPageIT {
    private static final String TURTLE = "\uD83D\uDC22";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static int rooms;

    private Page page;
    private Keyboard keys;

    @BeforeAll
    static void start() {
        server = Site.shared("writing-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        ada = chromium.open(chromium.byFinger(), server.uri()).signUp("Ada", "a long enough secret");
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", "a long enough secret");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** In a room of their own. */
    @BeforeEach
    void meet() {
        ada.createRoom("room " + ++rooms);
        bob.joinRoom("room " + rooms);
        at(bob);
    }

    private void at(ChatPage who) {
        page = who.browser().pages().get(0);
        keys = new Keyboard(page);
    }

    @AfterEach
    void nothingWentWrong() {
        for (var each : List.of(ada, bob)) assertThat(each.errors()).isEmpty();
    }

    @Test
    void underAFingerEnterBreaksTheLineAndTheButtonSends() {
        at(ada);
        part("composer").click();
        keys.write("one").press("Enter").write("two");
        assertThat(part("composer")).hasValue("one\ntwo");
        assertThat(part("composer")).hasAttribute("enterkeyhint", "enter");
        part("send").click();
        assertThat(part("message-text")).hasText("one two");
        assertThat(part("message")).hasAttribute("data-state", "sent");
        keys.isSoonAt("composer")
                .press("ArrowUp")
                .isSoonAt("message-edit")
                .press("Enter")
                .write("three");
        assertThat(part("message-edit")).hasValue("one\ntwo\nthree");
        part("save-edit").click();
        assertThat(part("message-text")).hasText("one two three");
    }

    @Test
    void whereAMessageIsWrittenAnewNamesAndEmojiAreCompletedToo() {
        bob.say("who asks");
        bob.seesSent("who asks");
        keys.isSoonAt("composer").press("ArrowUp").isSoonAt("message-edit").write(" @ad");
        assertThat(part("completion-offer")).hasText("Ada");
        assertThat(Axe.findings(page)).isEmpty();
        bob.shoot("edit-completion");
        keys.press("Escape");
        assertThat(part("completion")).hasCount(0);
        keys.isSoonAt("message-edit").write("a");
        assertThat(part("completion-offer")).hasText("Ada");
        keys.press("Enter").write("for :coff");
        assertThat(part("completion-offer").first()).hasText("\u2615 coffee");
        part("completion-offer").first().click();
        assertThat(part("message-edit")).hasValue("who asks @Ada for \u2615");
        keys.isSoonAt("message-edit").press("Enter").isSoonAt("composer");
        assertThat(part("mention")).hasText("@Ada");
        ada.sees("who asks @Ada for \u2615");
    }

    @Test
    void theSearchAndTheKeysAreShownToWhoeverWritesAndTheyWriteOn() {
        keys.isSoonAt("composer").write("a tought").press("Home", "ArrowRight", "ArrowRight", "ArrowRight");
        keys.press("Control+Shift+F").isSoonAt("search").press("Escape");
        keys.isSoonAt("composer").press("Control+/");
        part("shortcuts").waitFor();
        keys.press("Escape").isSoonAt("composer");
        // AltGr is told as both: what it writes opens nothing.
        keys.press("Control+Alt+/", "Control+Alt+Shift+F", "Control+Alt+K");
        keys.write("h");
        assertThat(part("composer")).hasValue("a thought");
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    @Test
    void theEmojiUsedLastComeFirst() {
        bob.say("which one?");
        bob.seesSent("which one?");
        var message = bob.message("which one?");
        message.reactBySearch("turtle");
        message.hasReaction(TURTLE, 1);
        keys.isSoonAtSelector("body, " + hook("tool-react")).press("Escape").isSoonAt("composer");
        page.mouse().move(0, 0);
        assertThat(part("message-tools")).hasCount(0);
        page.locator(hook("message")).hover();
        var quick = page.locator(hook("message-tools") + " > [data-emoji]");
        assertThat(quick).hasText(new String[] {TURTLE, "\uD83D\uDC4D", "\u2764\uFE0F", "\uD83D\uDE02"});
        var picker = message.openPicker();
        assertThat(picker.locator("input")).isFocused();
        assertThat(Axe.findings(page)).isEmpty();
        bob.shoot("emoji-recent");
        // One row of one: down and up lead past its end and back.
        keys.press("ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp");
        assertThat(picker.locator(hook("emoji-recent") + " [data-emoji]")).isFocused();
        keys.press("ArrowUp");
        assertThat(picker.locator("input")).isFocused();
        keys.write("party");
        assertThat(picker.locator(hook("emoji-recent"))).hasCount(0);
        picker.locator("input").fill("");
        keys.press("Enter");
        assertThat(picker).hasCount(0);
        message.hasReaction(TURTLE, 1);
    }

    private Locator part(String name) {
        return page.locator(hook(name));
    }
}
