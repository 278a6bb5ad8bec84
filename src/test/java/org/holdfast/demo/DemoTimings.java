package org.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.holdfast.lab.ChatPage;
import org.holdfast.lab.Chromium;
import org.holdfast.lab.PayaraMicro;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long a person waits, on the demonstration with 100,000 messages in its largest room: src/docs/benchmark.md. Asked for by its name alone. */
class DemoTimings {
    private static final long MESSAGES = Long.getLong("demo.messages", 110_000);
    private static final long LARGEST = Long.getLong("demo.largest", 100_000);
    private static final Path DATA =
            Path.of("target", "demo-" + MESSAGES + "-" + LARGEST).toAbsolutePath();
    private static final String ROOM = "Everyone";
    private static final int OPENS = 11;
    private static final int ROUNDS = 5;
    private static final int SEARCHES = 200;
    private static final int FRAMES = 1_500;

    private static PayaraMicro server;
    private static Chromium chromium;
    private static ChatPage amara;

    @BeforeAll
    static void start() throws IOException {
        if (!Files.exists(DATA)) Demo.make(DATA, MESSAGES, LARGEST);
        server = new PayaraMicro("demo-timings")
                .with("holdfast.data", DATA.toString())
                .with("holdfast.commands.rate", "0")
                .start();
        chromium = new Chromium();
        amara = chromium.open(chromium.person(), server.uri()).signIn("amara", Person.PASSWORD);
        amara.enter(ROOM);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        if (server != null) server.close();
    }

    @Test
    void aBrowserThatWasNeverHereShowsTheLargestRoomWithinASecond() {
        List<Double> opens = IntStream.range(0, OPENS).mapToObj(n -> openAnew()).toList();
        assertThat(Stopwatch.said("first open to usable", opens)).isLessThan(1_000);
    }

    private static double openAnew() {
        try (BrowserContext browser = anew().context()) {
            return Stopwatch.open(browser.pages().get(0), amara.address());
        }
    }

    /** What the page had before belongs to the same person. */
    private static Page anew() {
        BrowserContext browser = chromium.person();
        browser.addCookies(amara.browser().cookies());
        return browser.newPage();
    }

    @Test
    void anotherRoomIsThereInATenthOfASecond() {
        Page page = anew();
        Stopwatch.open(page, amara.address());
        List<Double> first = Stopwatch.eachRoom(page);
        List<Double> later = IntStream.range(0, ROUNDS)
                .boxed()
                .flatMap(n -> Stopwatch.eachRoom(page).stream())
                .toList();
        assertThat(Stopwatch.said("first visit of a room", first)).isLessThan(100);
        assertThat(Stopwatch.said("switch to a room", later)).isLessThan(100);
    }

    @Test
    void aLongWayBackIsSmooth() {
        Page page = anew();
        Stopwatch.open(page, amara.address());
        List<Double> frames = Stopwatch.framesOfAWayBack(page, FRAMES);
        Stopwatch.said("a frame on the way back", frames);
        assertThat(Stopwatch.percentile(frames, 95)).isLessThan(50);
    }

    @Test
    void aSearchIsAnsweredInATwentiethOfASecond() {
        Searches searches = new Searches(server.uri(), cookies());
        await().atMost(Duration.ofMinutes(5)).until(searches::areWhole);
        // A server that runs has compiled what it does often; but nobody has asked for these before.
        Searches.varied(SEARCHES, 1).forEach(searches::millis);
        List<Double> answers =
                Searches.varied(SEARCHES, 2).stream().map(searches::millis).toList();
        Stopwatch.said("search", answers);
        assertThat(searches.found()).as("premise: most find something").isGreaterThan(SEARCHES);
        assertThat(Stopwatch.percentile(answers, 95)).isLessThan(50);
    }

    private static String cookies() {
        return amara.browser().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }
}
