package org.holdfast.lab;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong with a page for people who hear it, or use the keyboard: WCAG 2.2, A and AA. */
final class Axe {
    private static final String SCRIPT = read("/axe.min.js");
    private static final String RUN = """
            async (isNewest) => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              // On a narrow screen the rooms may be all there is: a list of places is a nav.
              const rules = { 'landmark-one-main': { enabled: innerWidth >= 640 } };
              const part = (isNewest && document.querySelector('dialog[open]')) || document;
              const { violations } = await axe.run(part, { runOnly: tags, rules, resultTypes: ['violations'] });
              return violations.flatMap(({ id, nodes }) => nodes.map((node) =>
                `${id}: ${node.html.slice(0, 200)} ${node.failureSummary.split('\\n')[1] ?? ''}`));
            }""";

    private Axe() {}

    /** By rule, with the part of the page, and what is wrong with it. */
    static List<?> findings(Page page) {
        return findings(page, false);
    }

    /** Of the dialog that is open, or where there is none, of all of the page. */
    static List<?> findingsOfNewest(Page page) {
        return findings(page, true);
    }

    private static List<?> findings(Page page, boolean isNewest) {
        // By the debugger's way in: the page's own policy lets no such script in.
        if (!(boolean) page.evaluate("() => 'axe' in window")) page.evaluate(SCRIPT);
        return (List<?>) page.evaluate(RUN, isNewest);
    }

    private static String read(String resource) {
        try (var stream = AxeBuilder.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
