package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.util.List;
import java.util.regex.Pattern;

/** One message of a chat page, and what its reader does to it. */
final class PageMessage {
    private final PageParts parts;
    private final Locator message;

    PageMessage(PageParts parts, String text) {
        this(parts, parts.messages(text));
    }

    private PageMessage(PageParts parts, Locator message) {
        this.parts = parts;
        this.message = message;
    }

    /** The one that shows this image. */
    static PageMessage withImage(PageParts parts, String name) {
        var image = parts.part("thumbnail").and(parts.page().getByTitle(name));
        return new PageMessage(parts, parts.part("message").filter(new Locator.FilterOptions().setHas(image)));
    }

    private Locator tool(String name) {
        message.hover();
        return message.locator(hook(name));
    }

    /** An emoji of those that are offered at once. */
    void react(String emoji) {
        message.hover();
        message.locator(hook("message-tools") + " > [data-emoji='" + emoji + "']")
                .click();
    }

    /** Any other: looked for among all that there are, or written. */
    void reactBySearch(String wanted) {
        var picker = openPicker();
        picker.locator("input").fill(wanted);
        picker.locator("[data-emoji]").first().waitFor();
        InputMethod.keeps(picker.locator("input"), "Enter");
        picker.locator("input").press("Enter");
    }

    Locator openPicker() {
        tool("tool-react").click();
        var picker = parts.page().locator(hook("emoji-picker") + ":popover-open");
        picker.waitFor();
        return picker;
    }

    /** Any other: picked out of all that there are. */
    void reactFromAll(String emoji) {
        var picker = openPicker();
        picker.locator(hook("emoji-all")).click();
        picker.locator("[data-emoji='" + emoji + "']").click();
    }

    void toggle(String emoji) {
        reaction(emoji).click();
    }

    private Locator reaction(String emoji) {
        return message.locator(hook("reaction") + "[data-emoji='" + emoji + "']");
    }

    void edit(String text) {
        tool("tool-edit").click();
        writeAnew(text);
    }

    /** Where it already stands open. */
    void writeAnew(String text) {
        parts.part("message-edit").fill(text);
        InputMethod.keeps(parts.part("message-edit"), "Enter");
        parts.part("message-edit").press("Enter");
        assertThat(parts.part("message-edit")).hasCount(0);
    }

    /** Waits until the page says that they have, and nobody else. */
    void isReadBy(String... names) {
        await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(readers()).containsExactly(names));
    }

    private List<String> readers() {
        tool("tool-readers").click();
        var dialog = parts.part("readers");
        dialog.locator("p:not(.late)").first().waitFor();
        var names = dialog.locator(hook("reader") + " .person-name").allTextContents();
        parts.page().keyboard().press("Escape");
        assertThat(parts.page().locator("dialog[open]")).hasCount(0);
        return names;
    }

    void pin() {
        tool("tool-pin").click();
    }

    void unreadFrom() {
        tool("tool-unread").click();
    }

    void delete() {
        tool("tool-delete").click();
        message.locator(hook("tool-delete-sure")).click();
    }

    void reply() {
        tool("tool-reply").click();
    }

    void replyAfterAllNot() {
        reply();
        parts.part("answering-cancel").press("Enter");
        assertThat(parts.part("answering")).hasCount(0);
        assertThat(parts.part("composer")).isFocused();
    }

    void openThread() {
        message.locator(hook("thread-open")).click();
    }

    void quotes(String author, String text) {
        assertThat(message.locator(hook("quote"))).containsText(author, parts.somewhere());
        assertThat(message.locator(hook("quote"))).containsText(text, parts.somewhere());
    }

    void hasReplies(int count) {
        assertThat(message.locator(hook("thread-open"))).containsText(count + " ", parts.somewhere());
    }

    /** Waits until it is there and not acknowledged. */
    void isUnsent() {
        assertThat(message).hasCount(1, parts.count());
        assertThat(message).hasAttribute("data-state", Pattern.compile("waiting|sending"), parts.attribute());
    }

    /** Waits until it stands there as refused, with the reason, and what one can do about it. */
    void isRefused(String reason) {
        assertThat(message).hasAttribute("data-state", "refused", parts.attribute());
        assertThat(message).containsText("Not sent. " + reason, parts.somewhere());
        assertThat(message.locator(hook("retry"))).isVisible();
        assertThat(message.locator(hook("discard"))).isVisible();
    }

    /** It was refused. */
    void retry() {
        message.locator(hook("retry")).click();
    }

    /** It was refused, and shall not be sent. */
    void discard() {
        message.locator(hook("discard")).click();
        assertThat(message).hasCount(0);
    }

    void showEdits() {
        message.locator(hook("edited")).click();
    }

    /** As one that a reader has gone to. */
    void isMarked(boolean is) {
        assertThat(message.and(parts.page().locator("[data-marked]"))).hasCount(is ? 1 : 0);
    }

    /** @param count 0: nobody */
    void hasReaction(String emoji, int count) {
        if (count == 0) assertThat(reaction(emoji)).hasCount(0, new HasCountOptions().setTimeout(parts.patience()));
        else assertThat(reaction(emoji)).containsText(String.valueOf(count), parts.somewhere());
    }

    /** Where it is not seen, it is heard all the same. */
    void showsItsAuthor(boolean isShown) {
        assertThat(message.locator(hook("message-author"))).hasCount(1);
        assertThat(message.locator("button" + hook("message-author"))).hasCount(isShown ? 1 : 0);
    }

    void isEdited() {
        assertThat(message.locator(hook("edited"))).isVisible();
    }

    void isGone() {
        assertThat(message).hasCount(0, new HasCountOptions().setTimeout(parts.patience()));
    }

    void offers(String tool, boolean isOffered) {
        message.hover();
        assertThat(message.locator(hook("message-tools"))).isVisible();
        assertThat(message.locator(hook(tool))).hasCount(isOffered ? 1 : 0);
    }
}
