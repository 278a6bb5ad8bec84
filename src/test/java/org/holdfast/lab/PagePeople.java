package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is in the open room of a chat page, and who types there, as the page shows it. */
final class PagePeople {
    /** What a screen reader speaks of by itself. */
    private static final String SPOKEN = "[aria-live], [role=log], [role=status], [role=alert], output";

    private final PageParts parts;

    PagePeople(PageParts parts) {
        this.parts = parts;
    }

    /** Opens the panel of the members, or closes it. */
    void toggle() {
        parts.part("members").click();
    }

    /** The panel's lines, each by what is in it, in this order, and no others. */
    void are(String... lines) {
        var patterns = Stream.of(lines).map(PagePeople::inOneLine).toArray(Pattern[]::new);
        assertThat(parts.part("member")).hasText(patterns, parts.text());
    }

    void is(String name, String state) {
        var presence = parts.part("member", name).locator(hook("presence"));
        assertThat(presence).hasText(state, parts.text());
    }

    /** Who types, in the page's words; nothing while nobody does. */
    void type(String words) {
        assertThat(parts.part("typing")).hasText(words, parts.text());
    }

    /** What a screen reader reads in the panel, by role and name. */
    void areHeardAs(String panel) {
        assertThat(parts.part("members-panel")).matchesAriaSnapshot(panel);
    }

    /** Who comes, goes or types is there to be read, and never interrupts whoever listens. */
    void areNotAnnounced() {
        assertThat(parts.page().locator(SPOKEN).first()).isAttached();
        for (var part : new String[] {"typing", "presence"}) {
            assertThat(parts.part(part).first()).isAttached();
            assertThat(parts.part(part).and(parts.page().locator(":is(%1$s, :is(%1$s) *)".formatted(SPOKEN))))
                    .hasCount(0);
        }
    }

    private static Pattern inOneLine(String words) {
        return Pattern.compile("^.*" + words.replace(" ", "\\s+.*") + "\\s*$", Pattern.DOTALL);
    }
}
