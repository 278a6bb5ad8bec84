package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;

/** The composer of a chat page under the hands of somebody who writes, and what comes between them and it. */
final class PageComposer {
    private static final String WATCH = """
            (area) => {
              const seen = (window.seenBesides = { disturbances: [], bars: [] });
              const note = (list, what) => what && list.at(-1) !== what && list.push(what);
              area.addEventListener('blur', () => note(seen.disturbances, 'it lost the focus'));
              new MutationObserver(() => {
                if (!area.isConnected) note(seen.disturbances, 'it was replaced');
                const alarms = document.querySelectorAll('[role=alert]:not(:empty), dialog[open]');
                for (const { textContent } of alarms) note(seen.disturbances, `alarm: ${textContent}`);
                note(seen.bars, document.querySelector('[data-test=line-bar]')?.textContent);
              }).observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
            }""";
    private static final String HAND = """
            (area) => {
              const { value, selectionStart, selectionEnd } = area;
              const { top, bottom } = area.getBoundingClientRect();
              return `${value.slice(0, selectionStart)}|${value.slice(selectionEnd)} at ${top} to ${bottom}`;
            }""";

    private final PageParts parts;
    private final StringBuilder text = new StringBuilder();
    private int caret;
    private String place;

    PageComposer(PageParts parts) {
        this.parts = parts;
    }

    /** What goes with the words. */
    PageFiles files() {
        return new PageFiles(parts);
    }

    /** From now on whatever a person would be disturbed by is noted. */
    void watch() {
        area().click();
        area().evaluate(WATCH);
        place = " at " + area().evaluate(HAND).toString().split(" at ")[1];
    }

    /** Writes where the caret stands. It stands there still, whatever has happened since the last key. */
    void type(String words) {
        isAsItWasLeft();
        parts.page().keyboard().type(words);
        text.insert(caret, words);
        caret += words.length();
        isAsItWasLeft();
    }

    /** Moves the caret back before these words. */
    void goBefore(String words) {
        int to = text.lastIndexOf(words);
        for (; caret > to; caret--) parts.page().keyboard().press("ArrowLeft");
        isAsItWasLeft();
    }

    /** @return what was sent */
    String send() {
        isAsItWasLeft();
        var sent = text.toString();
        parts.page().keyboard().press("Enter");
        text.setLength(0);
        caret = 0;
        isAsItWasLeft();
        return sent;
    }

    /** Its text, its caret, the focus, and its place on the page. */
    void isAsItWasLeft() {
        assertThat(area()).isFocused();
        assertThat(area().evaluate(HAND)).isEqualTo(text.substring(0, caret) + "|" + text.substring(caret) + place);
    }

    /** Since {@link #watch()}, in the same document. */
    List<?> disturbances() {
        return (List<?>) parts.page().evaluate("() => window.seenBesides.disturbances");
    }

    /** What the bar over the conversation said meanwhile. */
    @SuppressWarnings("unchecked")
    List<String> bars() {
        return (List<String>) parts.page().evaluate("() => window.seenBesides.bars");
    }

    /** What will be answered stands above it. */
    void answers(String... texts) {
        for (var text : texts) assertThat(parts.part("answering")).containsText(text, parts.somewhere());
    }

    void answersNothing() {
        assertThat(parts.part("answering")).hasCount(0, parts.count());
    }

    private Locator area() {
        return parts.part("composer");
    }
}
