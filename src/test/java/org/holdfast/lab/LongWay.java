package org.holdfast.lab;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * A reader's way through the log of a page, and what it was like.
 *
 * @param jumped how far, in pixels, what the reader had under the eye moved by itself at most
 * @param rows how many messages were in the page at most
 * @param seen the sequences of all that were, in order
 * @param ordered whether they always stood in the order of the log
 */
record LongWay(double jumped, int rows, List<Integer> seen, boolean ordered) {
    /** Each step is measured until some frames are over: what arrives later arrives in a later step. */
    private static final String WALK = """
            async ({ pixels, end }) => {
              const log = document.querySelector('.log');
              const frame = () => new Promise(requestAnimationFrame);
              const rows = () => [...log.querySelectorAll('.message[data-sequence]')];
              const sequence = (row) => Number(row.dataset.sequence);
              const top = (row) => (row.isConnected ? row.getBoundingClientRect().top : Infinity);
              const way = { jumped: 0, rows: 0, ordered: true };
              const seen = new Set();
              const eye = () => rows().find((row) => top(row) >= top(log) + 100) ?? rows().at(-1);
              for (let steps = 0; steps < 2000 && !end.split(' ').every((part) => isThere(part)); steps++) {
                // As a reader's move: the page hears of it before it draws.
                await new Promise((done) => setTimeout(done));
                log.scrollTop += pixels;
                await frame();
                const row = eye();
                const before = top(row);
                for (let n = 0; n < 4; n++) await frame();
                way.jumped = Math.max(way.jumped, Math.min(1e6, Math.abs(top(row) - before)));
                const all = rows().map(sequence);
                way.rows = Math.max(way.rows, all.length);
                way.ordered &&= all.every((each, n) => n === 0 || each > all[n - 1]);
                all.forEach((each) => seen.add(each));
              }
              return { ...way, seen: [...seen].sort((a, b) => a - b) };
              function isThere(part) {
                const isWanted = !part.startsWith('!');
                return (document.querySelector(isWanted ? part : part.slice(1)) !== null) === isWanted;
              }
            }""";

    /** @param end a part that is there, or with {@code !} is not, once the way is over */
    @SuppressWarnings("unchecked")
    static LongWay of(Page page, int pixels, String end) {
        var way = (Map<String, Object>) page.evaluate(WALK, Map.of("pixels", pixels, "end", end));
        return new LongWay(
                ((Number) way.get("jumped")).doubleValue(),
                (int) way.get("rows"),
                (List<Integer>) way.get("seen"),
                (boolean) way.get("ordered"));
    }
}
