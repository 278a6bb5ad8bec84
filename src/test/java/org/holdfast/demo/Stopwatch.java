package org.holdfast.demo;

import com.microsoft.playwright.Page;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Times in milliseconds as the page itself takes them: what Playwright adds is not in them. */
final class Stopwatch {
    private static final PrintStream OUT = System.out;

    /** Read, and write: a message is drawn, the composer is there, and the line is live. */
    private static final String WATCH = """
            const look = () => {
              const composer = document.querySelector('[data-test=composer]');
              const isUsable = composer && !composer.disabled && document.querySelector('[data-test=message][data-sequence]')
                && document.querySelector('[data-test=status][data-word=live]');
              if (isUsable) globalThis.usableAt = performance.now();
              else requestAnimationFrame(look);
            };
            look();""";

    private static final String USABLE = "() => globalThis.usableAt";

    /** From the press on its name to the frame after its messages are drawn. */
    private static final String EACH_ROOM = """
            async () => {
              const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
              const times = [];
              const rooms = [...document.querySelectorAll('[data-test=room]')].map(({ dataset }) => dataset.room);
              for (const room of rooms) {
                const button = document.querySelector(`[data-test=room][data-room="${room}"]`);
                if (button.getAttribute('aria-current') === 'page') continue;
                const log = () => document.querySelector('hf-log');
                const began = performance.now();
                button.click();
                const isThere = () => String(log().room.log) === room && String(log().conversation.log) === room
                  && !log().isUpdatePending && document.querySelector('[data-test=message][data-sequence]');
                do await frame(); while (!isThere());
                times.push(performance.now() - began);
                await frame();
              }
              return times;
            }""";

    /** As fast as a wheel is turned, towards the beginning; what is not there yet is waited for at the edge. */
    private static final String WAY_BACK = """
            async (count) => {
              const log = document.querySelector('.log');
              const first = () => Number(log.querySelector('.message[data-sequence]').dataset.sequence);
              const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
              const from = first();
              const frames = [];
              await frame();
              for (let before = performance.now(); frames.length < count; ) {
                log.scrollTop -= 100;
                const now = await frame();
                frames.push(now - before);
                before = now;
              }
              return { frames, far: from - first() };
            }""";

    private Stopwatch() {}

    static double open(Page page, URI address) {
        page.addInitScript(WATCH);
        page.navigate(address.toString());
        return ((Number) page.waitForFunction(USABLE).jsonValue()).doubleValue();
    }

    @SuppressWarnings("unchecked")
    static List<Double> eachRoom(Page page) {
        return ((List<Number>) page.evaluate(EACH_ROOM))
                .stream().map(Number::doubleValue).toList();
    }

    /** @return how long each frame took */
    @SuppressWarnings("unchecked")
    static List<Double> framesOfAWayBack(Page page, int count) {
        Map<String, Object> way = (Map<String, Object>) page.evaluate(WAY_BACK, count);
        OUT.println("the way back: " + way.get("far") + " messages");
        return ((List<Number>) way.get("frames"))
                .stream().map(Number::doubleValue).toList();
    }

    /** @return the median */
    static double said(String what, List<Double> millis) {
        double median = percentile(millis, 50);
        OUT.printf(
                "%s: median %.0f ms, 95 of 100 within %.0f ms, longest %.0f ms, of %d%n",
                what, median, percentile(millis, 95), percentile(millis, 100), millis.size());
        return median;
    }

    static double percentile(List<Double> millis, int percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
