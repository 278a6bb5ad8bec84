package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;

/** How people show themselves on a chat page. */
final class PageProfile {
    private final PageParts parts;

    PageProfile(PageParts parts) {
        this.parts = parts;
    }

    void openStatus() {
        openMenu("show-own-status");
        parts.part("own-status").waitFor();
    }

    private void openMenu(String hook) {
        parts.part("settings").click();
        parts.part(hook).click();
    }

    /** By the keyboard: the emoji is found by being it. */
    void say(String emoji, String text, String end) {
        openStatus();
        var form = parts.part("own-status");
        form.locator(hook("tool-react")).press("Enter");
        form.locator(hook("emoji-picker")).locator("input").fill(emoji);
        form.locator(hook("emoji-picker")).locator("input").press("Enter");
        form.locator(hook("status-end")).selectOption(end);
        form.locator(hook("status-text")).fill(text);
        form.locator(hook("status-text")).press("Enter");
        isClosed();
    }

    void clear() {
        parts.part("clear-status").press("Enter");
        isClosed();
    }

    private void isClosed() {
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
    }

    void saysInList(String name, String said) {
        assertThat(inList(name)).containsText(said, parts.somewhere());
    }

    void saysNothing(String name) {
        parts.part("room", name).waitFor();
        assertThat(inList(name)).hasCount(0);
    }

    private Locator inList(String name) {
        return parts.part("room", name).locator(hook("said"));
    }

    void saysOfOpenRoom(String said) {
        assertThat(parts.part("open-room-topic")).containsText(said, parts.somewhere());
    }

    void saysAmongMembers(String name, String said) {
        assertThat(parts.part("member", name).locator(hook("said"))).containsText(said, parts.somewhere());
    }

    /** In one's own menu; nothing when it is empty. */
    void saysOfOneself(String said) {
        parts.part("settings").click();
        var own = parts.page().locator("hf-settings-menu " + hook("said"));
        if (said.isEmpty()) assertThat(own).hasCount(0);
        else assertThat(own).containsText(said, parts.somewhere());
        parts.page().keyboard().press("Escape");
    }
}
