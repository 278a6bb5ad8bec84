package org.holdfast.lab;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser with one window, of whose tabs one is shown and the others are hidden, throttled and kept for coming back, as a person's
 * are. Playwright forbids all of that, so that it may work with each of its pages.
 */
final class TabbedChromium implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final LabFolder folder;
    private final Process process;
    private final DevTools browser;
    private final Thread shutdownHook = new Thread(this::end);

    TabbedChromium(String name) {
        folder = LabFolder.make(name);
        process = start();
        Runtime.getRuntime().addShutdownHook(shutdownHook);
        browser = new DevTools(addressIn(folder.temporary().resolve("DevToolsActivePort")));
    }

    private Process start() {
        var command = new ArrayList<>(List.of(Chromium.EXECUTABLE, "--headless", "--remote-debugging-port=0"));
        command.addAll(Chromium.FLAGS);
        command.add("--user-data-dir=" + folder.temporary());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.log().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its two lines are a port and a path. */
    private static URI addressIn(Path file) {
        var lines = await().atMost(START_LIMIT)
                .ignoreExceptions()
                .until(() -> Files.readAllLines(file), read -> read.size() == 2);
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    /** Whoever has this browser is signed in as that person. */
    void signIn(Person person, URI at) {
        var login = person.cookie().split("=", 2);
        var cookie = Json.object(Map.of("name", login[0], "value", login[1], "url", at.toString()));
        browser.ask("Storage.setCookies", Map.of("cookies", List.of(cookie)));
    }

    Tab tab() {
        return new Tab(browser);
    }

    @Override
    public void close() {
        browser.close();
        end();
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
        folder.clear();
    }

    private void end() {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }
}
