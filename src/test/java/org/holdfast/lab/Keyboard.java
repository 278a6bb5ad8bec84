package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Page;
import java.time.Duration;

/** A person at a page who has no pointer: every part is reached by Tab, and shows that it is reached. */
final class Keyboard {
    /** More steps than this nobody takes. */
    private static final int MOST_STEPS = 60;

    private static final String AT = "selector => document.activeElement.matches(selector)";
    private static final String NAME = "() => document.activeElement.outerHTML.slice(0, 120)";
    /** By itself, or by the field around it. */
    private static final String SHOWS = """
            () => {
              const shows = (element) => {
                const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
                return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
              };
              const at = document.activeElement;
              return at === document.body || [at, at.parentElement, at.parentElement.parentElement].some(shows);
            }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** @param part the hook of it */
    Keyboard to(String part) {
        return toSelector(hook(part), "Tab");
    }

    Keyboard backTo(String part) {
        return toSelector(hook(part), "Shift+Tab");
    }

    Keyboard toSelector(String selector, String key) {
        for (int steps = 0; steps < MOST_STEPS && !isAt(selector); steps++) {
            press(key);
            assertThat((boolean) page.evaluate(SHOWS))
                    .as("is seen: %s", page.evaluate(NAME))
                    .isTrue();
        }
        assertThat(isAt(selector)).as("on the way to %s", selector).isTrue();
        return this;
    }

    Keyboard press(String... keys) {
        for (var key : keys) page.keyboard().press(key);
        return this;
    }

    Keyboard write(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** The focus comes there by itself. */
    Keyboard isSoonAt(String part) {
        return isSoonAtSelector(hook(part));
    }

    Keyboard isSoonAtSelector(String selector) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(isAt(selector))
                        .as("%s, but it is at %s", selector, page.evaluate(NAME))
                        .isTrue());
        return this;
    }

    private boolean isAt(String selector) {
        return (boolean) page.evaluate(AT, selector);
    }
}
