package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import java.util.List;

/** The thread that stands beside the room, in a chat page. */
final class PageThread {
    private final PageParts parts;
    private final Locator thread;

    PageThread(PageParts parts) {
        this.parts = parts;
        thread = parts.part("thread");
    }

    void has(int count) {
        assertThat(messages()).hasCount(count, parts.count());
    }

    void hasReactions(int count) {
        assertThat(thread.locator(hook("reaction"))).hasCount(count, parts.count());
    }

    void say(String text) {
        write(text);
        press("Enter");
    }

    void write(String text) {
        composer().fill(text);
    }

    /** Key by key, after what is there. */
    void add(String text) {
        composer().press("Control+End");
        composer().pressSequentially(text);
    }

    void press(String key) {
        composer().press(key);
    }

    void hasText(String text) {
        assertThat(composer()).hasValue(text);
    }

    /** Of what one writes in. */
    double height() {
        return composer().boundingBox().height;
    }

    /** @param top how far from its first message, as JavaScript */
    void scrollTo(String top) {
        thread.locator(".thread-rows").evaluate("(list) => (list.scrollTop = " + top + ")");
    }

    /** So many messages, the first of which is long: all of it is shown here, and in the room. */
    void showsWhole(int count) {
        has(count);
        parts.page().locator(".log " + hook("fold")).click();
        assertThat(parts.page().locator(hook("fold") + "[aria-expanded=true]")).hasCount(2);
    }

    /** The message stays as it was, and one writes on. */
    void leaveEdit() {
        parts.part("message-edit").press("Escape");
        assertThat(parts.part("message-edit")).hasCount(0);
        assertThat(composer()).isFocused();
    }

    void editLast(String text) {
        messages().last().hover();
        messages().last().locator(hook("tool-edit")).click();
        thread.locator(hook("message-edit")).fill(text);
        thread.locator(hook("message-edit")).press("Enter");
    }

    void unfollow() {
        var follow = parts.part("thread-follow");
        assertThat(follow).hasAttribute("aria-pressed", "true");
        follow.click();
        assertThat(follow).hasAttribute("aria-pressed", "false");
    }

    /** On a phone, over the room and beside it. */
    void hasToolsThatCoverNobody() {
        for (int width : List.of(390, 820, 1280)) {
            parts.page().setViewportSize(width, 800);
            for (var message : messages().all()) ToolsPlace.coversNobody(message);
        }
    }

    void close() {
        parts.part("thread-close").click();
        assertThat(thread).hasCount(0);
    }

    private Locator composer() {
        return parts.part("thread-composer");
    }

    private Locator messages() {
        return thread.locator(hook("message"));
    }
}
