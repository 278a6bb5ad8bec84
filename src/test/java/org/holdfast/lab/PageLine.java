package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** What a chat page tells of its line. */
final class PageLine {
    private static final String WATCH_STATUS = """
            () => {
              window.statusesSeen = [];
              const status = document.querySelector('[data-test=status]');
              const note = () => status.dataset.word === 'live' || window.statusesSeen.push(status.dataset.word);
              new MutationObserver(note).observe(status, { attributes: true });
            }""";

    private final PageParts parts;

    PageLine(PageParts parts) {
        this.parts = parts;
    }

    /** live, catching-up or offline. */
    void is(String word) {
        assertThat(parts.part("status")).hasAttribute("data-word", word, parts.attribute());
    }

    /** What carries the chat, in the words of the line's details, which need not be open. */
    void isOver(String transport) {
        assertThat(parts.part("transport")).hasText(transport, parts.text().setUseInnerText(false));
    }

    /** After a while, of which nothing is said. */
    void isOver(String transport, double millis) {
        assertThat(parts.part("transport"))
                .hasText(transport, parts.text().setUseInnerText(false).setTimeout(millis));
    }

    /** Goes on with something, again and again, until this transport is there; the status is never anything but live. */
    void staysLiveUntil(String transport, double millis, Runnable meanwhile) {
        parts.page().evaluate(WATCH_STATUS);
        var end = System.nanoTime() + (long) (millis * 1e6);
        while (!transport.equals(parts.part("transport").textContent())) {
            if (System.nanoTime() > end) throw new AssertionError("no " + transport + " in " + millis + " ms");
            meanwhile.run();
        }
        Assertions.assertEquals(List.of(), parts.page().evaluate("() => window.statusesSeen"));
    }

    /** Its state, as a person reads it. */
    void says(Pattern words) {
        assertThat(parts.part("status")).hasText(words, parts.text());
    }

    /** The bar over the conversation, while trouble lasts. */
    void barSays(Pattern words) {
        assertThat(parts.part("line-bar")).hasText(words, parts.text());
    }

    void hasNoBar() {
        assertThat(parts.part("line-bar")).hasCount(0);
    }
}
