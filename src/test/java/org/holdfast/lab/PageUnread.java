package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import java.util.regex.Pattern;

/** What waits in the rooms of a chat page, who is called by name there, and how a name is completed. */
final class PageUnread {
    private final PageParts parts;

    PageUnread(PageParts parts) {
        this.parts = parts;
    }

    /** Writes, and leaves the list open. */
    void begin(String text) {
        composer().fill("");
        composer().pressSequentially(text);
        parts.part("completion").waitFor();
    }

    void composeWithEnter() {
        InputMethod.keeps(composer(), "Enter");
    }

    void offers(String... labels) {
        assertThat(parts.part("completion-offer")).hasText(labels);
    }

    void takeBy(String key) {
        composer().press(key);
        assertThat(parts.part("completion")).hasCount(0);
    }

    void sends(String text) {
        composer().press("Enter");
        assertThat(parts.messages(text)).hasAttribute("data-state", "sent", parts.attribute());
    }

    void messagesIn(String room, int count) {
        assertThat(parts.part("room", room)).hasAttribute("data-unread", String.valueOf(count), parts.attribute());
        var shown = parts.part("room", room).locator(hook("unread"));
        assertThat(shown).hasText(count == 0 ? new String[0] : new String[] {String.valueOf(count)});
    }

    /** Whoever enters the room sees where they left off, and this message below. */
    void newBeginsWith(String text) {
        var shown = new IsInViewportOptions().setTimeout(parts.patience());
        assertThat(parts.part("new-divider")).isInViewport(shown);
        var below = parts.page().locator(hook("new-divider") + " ~ " + hook("message"));
        assertThat(below.first().locator(hook("message-text"))).hasText(text, parts.text());
    }

    /** From where "new" begins. */
    void toNewest() {
        parts.part("jump-newest").click();
    }

    void mentionsIn(String room, int count) {
        var shown = parts.part("room", room).locator(hook("mentions"));
        if (count == 0) assertThat(shown).hasCount(0);
        else assertThat(shown).hasText("@" + count, parts.text());
    }

    void isCalled(String text, boolean isMine) {
        var mention = parts.messages(text).locator(hook("mention"));
        assertThat(mention).hasClass(Pattern.compile(isMine ? "is-mine" : "^mention\\s*$"));
    }

    private Locator composer() {
        return parts.part("composer");
    }
}
