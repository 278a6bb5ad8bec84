package org.holdfast.lab;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What a chat page makes of a message's text.
 *
 * @param tookMillis how long it was about it, once the parser is there
 * @param names of the elements, each once
 * @param attributes that any of them has
 * @param links where they lead
 */
record Drawn(double tookMillis, String text, List<String> names, List<String> attributes, List<String> links) {
    private static final String DRAW = """
            async (text) => {
              const { markdown } = await import(new URL('./app/views/markdown.js', document.baseURI));
              const { render } = await import('lit');
              const first = document.createElement('div');
              for (; !first.querySelector('em'); await new Promise(requestAnimationFrame))
                render(markdown('*the parser is there*'), first);
              const place = document.createElement('div');
              const began = performance.now();
              render(markdown(text), place);
              const took = performance.now() - began;
              const elements = [...place.querySelectorAll('*')];
              return {
                took,
                text: place.textContent.trim(),
                names: [...new Set(elements.map((each) => each.localName))].sort(),
                attributes: [...new Set(elements.flatMap((each) => each.getAttributeNames()))].sort(),
                links: elements.filter((each) => each.href !== undefined).map((each) => each.href),
              };
            }""";

    @SuppressWarnings("unchecked")
    static Drawn of(Page page, String text) {
        var drawn = (Map<String, Object>) page.evaluate(DRAW, text);
        return new Drawn(
                ((Number) drawn.get("took")).doubleValue(),
                (String) drawn.get("text"),
                (List<String>) drawn.get("names"),
                (List<String>) drawn.get("attributes"),
                (List<String>) drawn.get("links"));
    }
}
