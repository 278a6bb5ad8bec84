package org.holdfast.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.lab.Chromium;
import org.holdfast.lab.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of the documents, run as they stand on a page beside Holdfast: only its path and the room are put in. */
class ExamplesIT {
    private static final Pattern EXAMPLE = Pattern.compile("```js\\n(.*?)```", Pattern.DOTALL);
    /** What the examples leave to the page; and somebody has to be signed in, and in a room. */
    private static final String PAGE = """
            const show = (...what) => told.push(what);
            const tell = (...what) => told.push(what);
            const forget = tell, askForPassword = tell;
            const post = async (path, body) => {
              const headers = { 'content-type': 'application/json' };
              const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
              if (!response.ok) throw new Error(`${path}: ${response.status}`);
              return response.json();
            };
            await post('/chat/api/accounts', { name: `reader ${crypto.randomUUID()}`, password: 'correct horse' });
            const { log: room } = await post('/chat/api/rooms', { name: crypto.randomUUID() });
            """;

    private static final String HELLO_IS_SHOWN = "until(() => told.some(([event]) => event?.body?.text === 'Hello'))";

    /** What a page has that uses the example. */
    private static final String ROOM_OF_PRESENCE = """

            await acked;
            const marked = [];
            const mark = (account, state) => marked.push(state);
            const input = new EventTarget();
            """;

    private static Site server;

    private Chromium chromium;
    private BrowserContext person;
    private Page page;

    @BeforeAll
    static void start() {
        server = Site.shared("examples").with("holdfast.commands.rate", "0").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        chromium = new Chromium();
        person = chromium.person();
        page = person.newPage();
        // Of Holdfast's own origin, and nothing runs on it. A made up answer would do for HTTP, but Chromium lets no
        // page open a
        // socket to this machine that does not come from it.
        page.navigate(server.uri().resolve("css/base.css").toString());
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void theClientsInTheReadmeAndInTheLibrarysPagePostAndHear() throws IOException {
        run(example("README.md", "HoldfastClient"), HELLO_IS_SHOWN);
        run(example("src/docs/library.md", "HoldfastClient"), HELLO_IS_SHOWN);
    }

    @Test
    void whoAsksForPresenceIsToldWhoIsHereAndWhoTypes() throws IOException {
        var presence = examples("src/docs/library.md").stream()
                .filter(code -> code.contains("client.presence()"))
                .collect(Collectors.joining());
        var stroke = "\ninput.dispatchEvent(new Event('input'));";
        run(
                example("src/docs/library.md", "HoldfastClient")
                        + ROOM_OF_PRESENCE
                        + presence.replace("type(7)", "type(room)")
                        + stroke,
                // Of the two that it shows, the newest is told for certain.
                "until(() => marked.includes('away') && told.some(([names]) => names?.length === 1))");
    }

    @Test
    void theSocketIsThere() throws IOException {
        run(example("src/docs/library.md", "ReliableSocket"), "until(() => told.some(([word]) => word === 'there'))");
    }

    @Test
    void theEventSourceIsWelcomed() throws IOException {
        run(
                example("src/docs/library.md", "ReliableEventSource"),
                "until(() => told.some(([frames]) => frames[0]?.type === 'welcome'))");
    }

    @Test
    void thePollerAsksUntilTheServerIsUp() throws IOException {
        run(example("src/docs/library.md", "Poller"), "until(() => !poller.isRunning && told[0][0].status === 'up')");
    }

    @Test
    void noExampleIsLeftOut() throws IOException {
        assertThat(examples("src/docs/library.md")).hasSize(5);
        assertThat(examples("README.md")).hasSize(1);
    }

    /** The code for it is loaded late; the page may be offline then. */
    @Test
    void aClientThatCannotLoadWhatSharingTakesHasAConnectionOfItsOwn() throws IOException {
        person.route("**/shared-road.js", route -> route.abort());
        var shared = example("README.md", "HoldfastClient").replace("{ base", "{ shared: true, base");
        run(shared, HELLO_IS_SHOWN);
    }

    private void run(String example, String until) {
        var script = PAGE + example.replace("post(1,", "post(room,") + "\nawait " + until + ";";
        BrowserScript.run(page, script.replace("/chat/", server.uri().getPath()));
    }

    private static String example(String file, String name) throws IOException {
        var found = examples(file).stream()
                .filter(code -> code.contains("import { " + name))
                .collect(Collectors.toList());
        assertThat(found).as("%s in %s", name, file).hasSize(1);
        return found.get(0);
    }

    private static List<String> examples(String file) throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
