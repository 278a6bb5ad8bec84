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

/** What is put into a text by a key or a button: marks, emoji, links to rooms; and what Enter does to it. */
class FormattingPageIT {
    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static int rooms;

    private Page page;
    private Keyboard keys;

    @BeforeAll
    static void start() {
        server = Site.shared("formatting-page")
                .with("holdfast.commands.rate", "0")
                .start();
        chromium = new Chromium();
        ada = chromium.open(chromium.byFinger(), server.uri()).signUp("Ada", "a long enough secret");
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", "a long enough secret");
        bob.createRoom("anteroom");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** In a room of its own. */
    @BeforeEach
    void meet() {
        bob.createRoom("bedroom " + ++rooms);
        at(bob);
    }

    private void at(ChatPage who) {
        page = who.browser().pages().get(0);
        keys = new Keyboard(page).isSoonAt("composer");
        part("formatting").waitFor();
    }

    @AfterEach
    void nothingWentWrong() {
        for (var each : List.of(ada, bob)) assertThat(each.errors()).isEmpty();
    }

    @Test
    void keysMarkUpWhatIsChosenAndTheBrowserTakesThatBack() {
        keys.write("so be it").press("Shift+ArrowLeft", "Shift+ArrowLeft", "Control+b");
        assertThat(part("composer")).hasValue("so be **it**");
        keys.press("Control+i");
        assertThat(part("composer")).hasValue("so be ***it***");
        keys.press("Control+b");
        assertThat(part("composer")).hasValue("so be *it*");
        keys.press("Control+z");
        assertThat(part("composer")).hasValue("so be ***it***");
        keys.press("Control+z", "Control+z");
        assertThat(part("composer")).hasValue("so be it");
        // AltGr is told as both, and a name that an input method is at is its own.
        keys.press("Control+Alt+e");
        InputMethod.keeps(part("composer"), "Control+b");
        keys.press("Control+e");
        assertThat(part("composer")).hasValue("so be `it`");
        bob.reload();
        bob.own().hasDraft("so be `it`");
        keys.isSoonAt("composer").press("Enter");
        bob.seesSent("so be it");
        keys.press("ArrowUp").isSoonAt("message-edit").press("Control+a", "Control+Shift+X");
        assertThat(part("message-edit")).hasValue("~~so be `it`~~");
        keys.press("Enter").isSoonAt("composer");
        assertThat(page.locator(hook("message-text") + " s code")).hasText("it");
    }

    @Test
    void theToolbarIsWalkedByKeysAndLeavesThePointerInTheText() {
        keys.write("one").to("formatting").press("Enter").to("mark-bold");
        bob.fitsSmall("formatting");
        keys.press("ArrowLeft", "ArrowLeft", "ArrowLeft").isSoonAt("mark-list");
        keys.press("Enter").isSoonAt("composer");
        assertThat(part("composer")).hasValue("- one");
        part("mark-quote").click();
        assertThat(part("composer")).hasValue("> - one");
        keys.isSoonAt("composer").write("!").to("mark-list").press("Escape").isSoonAt("composer");
        assertThat(part("marks")).hasCount(0);
        assertThat(part("composer")).hasValue("> - one!");
    }

    @Test
    void anEmojiIsPutWhereTheCaretIs() {
        keys.write("come, now").press("ArrowLeft", "ArrowLeft", "ArrowLeft");
        part("writing-emoji").click();
        var picker = page.locator(hook("emoji-picker") + ":popover-open");
        assertThat(picker.locator("input")).isFocused();
        keys.write("coffee").press("Enter").isSoonAt("composer").write(" ");
        assertThat(picker).hasCount(0);
        assertThat(part("composer")).hasValue("come, \u2615 now");
        bob.own().hasDraft("come, \u2615 now");
    }

    @Test
    void aRoomIsOfferedByItsNameAndBecomesALinkThatLeadsThere() {
        keys.write("# see #an");
        assertThat(part("completion-offer")).hasText("#anteroom");
        keys.press("Enter");
        assertThat(part("composer")).isFocused();
        keys.press("Backspace", "Enter");
        var link = page.locator(hook("message-text") + " a");
        assertThat(link).hasText("#anteroom");
        assertThat(part("message")).hasAttribute("data-state", "sent");
        link.click();
        assertThat(part("open-room-name")).hasText("anteroom");
    }

    @Test
    void whatEnterDoesIsOnesChoice() {
        bob.own().choose("enter", "breaks");
        keys.isSoonAtSelector(hook("settings")).press("Control+/");
        var shortcuts = part("shortcuts").locator("div");
        assertThat(shortcuts.filter(new Locator.FilterOptions().setHasText("Send the message")))
                .hasText("Send the message Ctrl Enter");
        keys.press("Escape");
        part("composer").click();
        keys.write("one").press("Enter").write("two");
        assertThat(part("composer")).hasValue("one\ntwo");
        bob.reload();
        bob.own().hasDraft("one\ntwo");
        keys.isSoonAt("composer").press("Control+Enter");
        assertThat(part("message-text")).hasText("one two");
        assertThat(part("message")).hasAttribute("data-state", "sent");
        bob.own().choose("enter", "usual");
    }

    @Test
    void underAFingerEnterMaySend() {
        ada.own().choose("enter", "sends");
        ada.joinRoom("anteroom");
        page = ada.browser().pages().get(0);
        part("composer").click();
        new Keyboard(page).write("at once").press("Enter");
        ada.seesSent("at once");
    }

    private Locator part(String name) {
        return page.locator(hook(name));
    }
}
