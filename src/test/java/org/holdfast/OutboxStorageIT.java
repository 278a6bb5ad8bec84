package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import org.holdfast.lab.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The library's outbox in a browser's own database, which no other runtime has. */
class OutboxStorageIT {
    private static final String ORIGIN = "http://library.test/";
    private static final String STORAGE = """
            const { indexedDbStorage } = await import('/holdfast/index.js');
            const storage = indexedDbStorage('test');
            const entry = (id, at) => ({ id, at, room: 1, text: id, state: 'waiting', refusal: null });
            const ids = async (account) => (await storage.load(account)).map(({ id }) => id).sort();
            """;

    private Chromium chromium;
    private BrowserContext person;
    private Page page;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        person = chromium.person();
        person.route(ORIGIN + "**", OutboxStorageIT::serve);
        page = openPage();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void entriesOutliveThePage() {
        run(page, "await storage.put(7, entry('one', 1)); await storage.put(7, entry('two', 2));");
        page.close();
        assertThat(run(openPage(), "return ids(7)")).isEqualTo(List.of("one", "two"));
    }

    @Test
    void theEntriesOfEachAccountAreApart() {
        run(page, "await storage.put(7, entry('one', 1)); await storage.put(8, entry('two', 2));");
        run(page, "await storage.remove(8, 'one');");
        assertThat(run(page, "return ids(7)")).isEqualTo(List.of("one"));
        assertThat(run(page, "return ids(8)")).isEqualTo(List.of("two"));
    }

    @Test
    void aRemovedEntryIsGone() {
        run(page, "await storage.put(7, entry('one', 1)); await storage.remove(7, 'one');");
        assertThat(run(page, "return ids(7)")).isEqualTo(List.of());
    }

    @Test
    void twoTabsShareTheEntries() {
        var other = openPage();
        run(page, "await storage.put(7, entry('one', 1));");
        assertThat(run(other, "await storage.remove(7, 'one'); return ids(7)")).isEqualTo(List.of());
        assertThat(run(page, "return ids(7)")).isEqualTo(List.of());
    }

    @Test
    void aPageThatDeletesTheDatabaseIsNotHeldUp() {
        var delete = """
                await storage.put(7, entry('one', 1));
                await new Promise((resolve, reject) => {
                  const request = indexedDB.deleteDatabase('test');
                  request.onsuccess = resolve;
                  request.onblocked = request.onerror = reject;
                });
                await storage.put(7, entry('two', 2));
                return ids(7)""";
        assertThat(run(page, delete)).isEqualTo(List.of("two"));
    }

    private Page openPage() {
        var opened = person.newPage();
        opened.navigate(ORIGIN);
        return opened;
    }

    private static Object run(Page page, String script) {
        return page.evaluate("async () => {" + STORAGE + script + "}");
    }

    private static void serve(Route route) {
        var path = route.request().url().substring(ORIGIN.length());
        if (path.startsWith("holdfast/")) {
            route.fulfill(new Route.FulfillOptions().setPath(Path.of("webapp").resolve(path)));
        } else {
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>"));
        }
    }
}
