package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code that somebody wrote: how it is read, and taken along. */
class CodePageIT {
    private static final String CODE = "int answer = 42;\n  indented();";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static Page page;
    private static int rooms;

    @BeforeAll
    static void start() {
        server = Site.shared("code-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        // An address as intranets have them, where a page has no clipboard.
        var address = Chromium.byName(server.uri());
        ada = chromium.open(chromium.person(), address).signUp("Ada", "a long enough secret");
        page = ada.browser().pages().get(0);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void say() {
        ada.createRoom("room " + ++rooms);
        ada.say("```java\n" + CODE + "\n```");
        assertThat(page.locator(hook("message"))).hasAttribute("data-state", "sent");
        copy().waitFor();
        page.mouse().move(0, 0);
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void hasTheColoursOfItsLanguage() {
        var number = page.locator(hook("message-text") + " pre .hljs-number");
        assertThat(number).hasText("42");
        assertThat(colour(number)).isNotEqualTo(colour(page.locator(hook("message-text") + " pre")));
        ada.say("```\nint plain = 43;\n```");
        ada.seesSent("int plain = 43;");
        assertThat(number).hasCount(1);
    }

    private static Object colour(Locator part) {
        return part.evaluate("(part) => getComputedStyle(part).color");
    }

    @Test
    void isCopiedByThePointer() {
        assertThat(button()).hasCSS("opacity", "0");
        page.locator("pre").hover();
        assertThat(button()).hasCSS("opacity", "1");
        assertThat(said()).hasText("");
        copy().click();
        assertThat(said()).hasText("Copied");
        page.mouse().move(0, 0);
        assertThat(said()).hasText("");
        isOnTheClipboard();
    }

    @Test
    void isCopiedByKeysInBothLanguages() {
        ada.own().choose("language", "zh");
        page.locator(hook("composer")).focus();
        var keys = new Keyboard(page).toSelector("pre", "Shift+Tab").to("copy-code");
        assertThat(copy()).hasAttribute("aria-label", "复制代码");
        assertThat(button()).hasCSS("opacity", "1");
        keys.press("Enter");
        assertThat(said()).hasText("已复制");
        keys.isSoonAt("copy-code");
        ada.pictures("code-copied-zh");
        ada.own().choose("language", "en");
        isOnTheClipboard();
    }

    /** The tools of a later message of a group would lie on it. */
    @Test
    void isCopiedWhileTheToolsOfItsMessageAreOut() {
        ada.say("```\nsecond\n```");
        ada.seesSent("second");
        ada.message("second").offers("message-tools", true);
        copy().last().click();
        assertThat(said().last()).hasText("Copied");
        ada.shoot("code-tools");
    }

    @Test
    void underAFingerTheButtonIsSeenAndLiesOnNothing() {
        var tablet = chromium.open(chromium.byFinger(), server.uri()).signIn("Ada", "a long enough secret");
        tablet.enter("room " + rooms);
        var there = tablet.browser().pages().get(0);
        there.locator(hook("copy-code")).waitFor();
        var button = there.locator("hf-copy-code");
        assertThat(button).hasCSS("opacity", "1");
        var code = there.locator("pre").boundingBox();
        assertThat(button.boundingBox().y).isGreaterThanOrEqualTo(code.y + code.height);
        tablet.shoot("code-by-finger");
        assertThat(tablet.errors()).isEmpty();
        tablet.browser().close();
    }

    private static void isOnTheClipboard() {
        var composer = page.locator(hook("composer"));
        composer.press("Control+V");
        assertThat(composer).hasValue(CODE);
        composer.fill("");
    }

    private static Locator button() {
        return page.locator("hf-copy-code");
    }

    private static Locator copy() {
        return page.locator(hook("copy-code"));
    }

    private static Locator said() {
        return page.locator("hf-copy-code [role=status]");
    }
}
