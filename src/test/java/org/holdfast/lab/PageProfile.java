package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;

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

    void openMenu() {
        parts.part("settings").click();
        parts.part("choose-shown-as").waitFor();
    }

    void closeMenu() {
        parts.page().keyboard().press("Escape");
    }

    void showAs(String choice) {
        openMenu();
        parts.part("choose-shown-as").selectOption(choice);
        closeMenu();
    }

    /** What the page says of it without being asked; nothing when it is empty. */
    void isShownAs(String words) {
        if (words.isEmpty()) assertThat(parts.part("shown-as")).hasCount(0, parts.count());
        else assertThat(parts.part("shown-as")).hasText(words, parts.text());
        var name = words.isEmpty() ? "Settings" : "Settings · " + words;
        assertThat(parts.part("settings")).hasAttribute("aria-label", name);
    }

    void open() {
        openMenu("show-own-profile");
        parts.part("own-profile").waitFor();
    }

    void sendPicture(byte[] content) {
        parts.part("picture-file").setInputFiles(new FilePayload("me.png", "image/png", content));
    }

    void isRefused() {
        assertThat(parts.part("own-profile").locator(hook("problem"))).isVisible();
    }

    /** In one's own profile. */
    void showsLarge() {
        awaitLoaded(parts.part("own-profile").locator(hook("portrait")));
        assertThat(parts.part("own-profile").locator(hook("problem"))).hasCount(0);
    }

    private void awaitLoaded(Locator picture) {
        picture.waitFor();
        parts.page()
                .waitForFunction(
                        "(image) => image.complete && image.naturalWidth === 256 && !image.hidden",
                        picture.elementHandle());
    }

    void change(String name, String about) {
        parts.part("profile-displayName").fill(name);
        parts.part("profile-about").fill(about);
        parts.part("profile-about").press("Enter");
        isClosed();
    }

    void isSeenBeside(String message) {
        awaitLoaded(parts.messages(message).locator(hook("portrait")));
    }

    void isSeenBesideNothing() {
        assertThat(parts.part("message").locator(hook("portrait"))).hasCount(0);
    }

    /** By the keyboard: from the message to its author. */
    void openCard(String message) {
        parts.messages(message).focus();
        parts.messages(message).locator(hook("message-author")).press("Enter");
        parts.part("person-card").waitFor();
    }

    void cardSays(String name, String about) {
        assertThat(parts.page().locator("dialog[open] h2")).hasText(name, parts.text());
        assertThat(parts.part("person-card").locator(hook("about"))).hasText(about, parts.text());
        awaitLoaded(parts.part("person-card").locator(hook("portrait")));
    }

    /** On the card of a member; nothing when it is empty. From the panel, and back to it. */
    void cardSaysOfDisturbing(String member, String words) {
        parts.part("member", member).locator(hook("member-name")).press("Enter");
        var said = parts.part("person-card").locator(hook("undisturbed"));
        if (words.isEmpty()) assertThat(said).hasCount(0, parts.count());
        else assertThat(said).containsText(words, parts.somewhere());
    }

    void closeCard() {
        parts.page().keyboard().press("Escape");
        isClosed();
    }

    void writeTo() {
        parts.part("message-person").press("Enter");
        isClosed();
        parts.part("composer").waitFor();
    }

    void removePicture() {
        parts.part("remove-picture").press("Enter");
        assertThat(parts.part("person-card").locator(hook("portrait"))).hasCount(0);
        closeCard();
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
