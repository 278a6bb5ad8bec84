package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What a person does in the dialog that looks for messages, and sees there. */
final class PageSearch {
    private final PageParts parts;

    PageSearch(Page page) {
        parts = new PageParts(page);
    }

    PageSearch open() {
        parts.part("search-open").click();
        return this;
    }

    void type(String text) {
        parts.part("search").fill(text);
    }

    /** One of those that the dialog explains before anything is typed. */
    void choose(String filter) {
        var exactly = new Page.GetByRoleOptions().setName(filter).setExact(true);
        parts.page().getByRole(AriaRole.BUTTON, exactly).click();
    }

    /** @param count another than was found before, or it may still be that */
    void finds(String text, int count) {
        type(text);
        assertThat(parts.part("hit")).hasCount(count);
    }

    void findsNothing(String text) {
        finds(text, 0);
        assertThat(parts.part("search-state")).containsText("No message");
    }

    /** By the keyboard alone. */
    void goToTheOnly(String text) {
        open();
        type(text);
        assertThat(parts.part("search-state")).hasText("1 message");
        parts.part("search").press("Enter");
        assertThat(parts.page().locator(PageParts.hook("message") + "[data-marked]"))
                .isInViewport();
    }

    void close() {
        type("");
        parts.page().keyboard().press("Escape");
        var open = parts.page().locator("dialog[open]");
        if (open.count() > 0) parts.page().keyboard().press("Escape");
        assertThat(open).hasCount(0);
    }
}
