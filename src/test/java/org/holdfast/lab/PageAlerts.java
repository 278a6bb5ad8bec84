package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasTitleOptions;
import java.util.List;

/** How a chat page tells of new messages outside of its rooms: title, icon, the browser's notifications, notices, sound. */
final class PageAlerts {
    /** Its number; a dot; or nothing. */
    private static final String BADGE = """
            (wanted) => {
              const href = document.querySelector('link[rel=icon]').href;
              const drawing = href.startsWith('data:') ? decodeURIComponent(href) : '';
              const number = />([0-9]+[+]?)<\\/text>/.exec(drawing)?.[1];
              return (number ?? (drawing.includes('r="6"') ? '•' : '')) === wanted;
            }""";

    private static final String ICON_IS_DRAWN = """
            () => new Promise((resolve) => {
              const image = new Image();
              image.onload = () => resolve(image.width > 0);
              image.onerror = () => resolve(false);
              image.src = document.querySelector('link[rel=icon]').href;
            })""";

    /** The browser's own notifications and notes, and a list of them: without a window nobody sees the one or hears the other. */
    private static final String NOTES = """
            Object.assign(window, { popups: [], sounds: 0 });
            if (window.Notification)
              window.Notification = class extends Notification {
                constructor(title, options) {
                  super(title, options);
                  popups.push(this);
                }
                close() {
                  super.close();
                  this.isClosed = true;
                }
              };
            const { start } = OscillatorNode.prototype;
            OscillatorNode.prototype.start = function (...when) {
              window.sounds++;
              return start.apply(this, when);
            };""";

    private final PageParts parts;

    PageAlerts(PageParts parts) {
        this.parts = parts;
    }

    /** From the next load of the page on. */
    void note() {
        page().addInitScript(NOTES);
        page().reload();
        parts.part("open-room-name").waitFor();
    }

    void titleIs(String title) {
        assertThat(page()).hasTitle(title, new HasTitleOptions().setTimeout(parts.patience()));
    }

    /** What the browser is given to draw in the tab; it must be an image that it can draw. */
    void badgeIs(String text) {
        awaits(BADGE, text);
        assertThat((boolean) page().evaluate(ICON_IS_DRAWN)).isTrue();
    }

    void openSettings() {
        parts.part("settings").click();
        parts.part("show-alerts").click();
        parts.part("alerts").waitFor();
    }

    void closeSettings() {
        page().keyboard().press("Escape");
        assertThat(parts.part("alerts")).hasCount(0);
    }

    /** What the settings tell of without being opened. */
    void isQuiet(boolean isQuiet) {
        assertThat(page().locator(hook("settings") + "[data-quiet]")).hasCount(isQuiet ? 1 : 0, parts.count());
    }

    /** Each day, as the open settings say. */
    void hoursAre(String from, String to, String zone) {
        assertThat(parts.part("quiet-from")).hasValue(from, value());
        assertThat(parts.part("quiet-to")).hasValue(to, value());
        assertThat(parts.part("quiet-zone")).hasValue(zone, value());
    }

    void setHours(String from, String to) {
        parts.part("quiet-from").fill(from);
        parts.part("quiet-to").fill(to);
    }

    void setZone(String zone) {
        parts.part("quiet-zone").selectOption(zone);
    }

    void hasHours(boolean has) {
        assertThat(parts.part("quiet-from")).hasCount(has ? 1 : 0, parts.count());
        assertThat(parts.part("alerts-quietHours")).isChecked(new IsCheckedOptions().setChecked(has));
    }

    private HasValueOptions value() {
        return new HasValueOptions().setTimeout(parts.patience());
    }

    /** By the keyboard. */
    void addWord(String word) {
        parts.part("own-words-field").fill(word);
        parts.part("own-words-field").press("Enter");
        parts.part("own-word", word).waitFor();
        assertThat(parts.part("own-words-field")).hasValue("");
    }

    void dropWord(String word) {
        parts.part("own-word", word).locator(hook("drop-word")).press("Enter");
        assertThat(parts.part("own-words-field")).isFocused();
    }

    /** As the open settings say. */
    void wordsAre(String... words) {
        assertThat(parts.part("own-word")).hasText(words, parts.text());
    }

    void choose(String hook) {
        parts.part(hook).click();
    }

    void offers(String hook) {
        assertThat(parts.part(hook)).isVisible();
    }

    /** The titles and texts of the browser's notifications that this tab made. */
    @SuppressWarnings("unchecked")
    List<String> popups() {
        return (List<String>) page().evaluate("popups.map(({ title, body }) => `${title}: ${body}`)");
    }

    int openPopups() {
        return (int) page().evaluate("popups.filter(({ isClosed }) => !isClosed).length");
    }

    /** A person clicks on the newest: only the system could. */
    void clickPopup() {
        page().evaluate("popups.at(-1).dispatchEvent(new Event('click'))");
    }

    int sounds() {
        return (int) page().evaluate("sounds");
    }

    void notices(String text) {
        assertThat(parts.part("alert")).containsText(text, parts.somewhere());
    }

    void noticesNothing() {
        assertThat(parts.part("alert")).hasCount(0);
    }

    /** By the keyboard. */
    void openNotice() {
        parts.part("alert-open").press("Enter");
    }

    void closeNotice() {
        parts.part("alert-close").press("Enter");
        noticesNothing();
    }

    private void awaits(String condition, Object argument) {
        page().waitForFunction(condition, argument, new WaitForFunctionOptions().setTimeout(parts.patience()));
    }

    private Page page() {
        return parts.page();
    }
}
