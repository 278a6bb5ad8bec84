package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** Where the tools of a message are, which come and go above what is said. */
final class ToolsPlace {
    /** The names that they lie on, the reactions of which they leave too little to press, and whether they stick out of the list. */
    private static final String COVERED = """
            (tools) => {
              const place = tools.getBoundingClientRect();
              const list = tools.closest('[role=log]');
              const isOn = ({ left, right, top, bottom }) =>
                left < place.right && right > place.left && top < place.bottom && bottom > place.top;
              const isLeftTooLow = (part) => {
                const left = Math.max(place.top - part.top, part.bottom - place.bottom);
                return isOn(part) && left > 0 && left < 24;
              };
              const found = (hook, isCovered) =>
                [...list.querySelectorAll(`[data-test=${hook}]`)].filter((each) => isCovered(each.getBoundingClientRect()));
              const covered = [...found('message-author', isOn), ...found('reaction', isLeftTooLow)];
              const isCut = place.top < list.getBoundingClientRect().top;
              return [...covered.map((each) => each.textContent.trim()), ...(isCut ? ['cut'] : [])];
            }""";

    private ToolsPlace() {}

    /** They leave all names in sight, and are seen whole. */
    static void coversNobody(Locator message) {
        message.hover();
        var tools = message.locator(hook("message-tools"));
        assertThat(tools).isVisible();
        assertThat((List<?>) tools.evaluate(COVERED)).isEmpty();
    }

    /** They are beside each other, and within the conversation, however narrow the window is. */
    static void fits(Page page, int... widths) {
        var tools = page.locator(hook("message-tools"));
        for (int width : widths) {
            page.setViewportSize(width, 720);
            Chromium.shoot(page, "tools-" + width);
            assertThat(tools.boundingBox().height).as("at %s", width).isLessThan(44);
            assertThat(tools.boundingBox().x)
                    .as("at %s", width)
                    .isGreaterThanOrEqualTo(page.locator("main").boundingBox().x);
        }
    }
}
