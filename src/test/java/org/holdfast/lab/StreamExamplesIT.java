package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples of event streams, with the program that publishes to them, run as their page says. */
class StreamExamplesIT {
    private static final double PATIENCE_MILLIS = 20_000;
    private static final String GOAL = "{\"home\":3,\"guest\":2,\"minute\":89,\"by\":\"Barbara\"}";
    private static final Path DEMO = Path.of("src", "examples", "Demo.java");

    private static Site server;
    private static Chromium chromium;
    private static Process demo;
    private static Person admin;
    private static final List<String> errors = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = Site.shared("stream-examples").start();
        admin = Person.signUp(server.uri(), "admin");
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var java = ProcessHandle.current().info().command().orElse("java");
        var command = new ProcessBuilder(java, DEMO.toString(), server.uri().toString(), "admin")
                .redirectErrorStream(true)
                .redirectOutput(new File("target/lab/stream-examples-demo.log"));
        command.environment().put("HOLDFAST_PASSWORD", "admin has a long secret");
        demo = command.start();
    }

    @AfterAll
    static void stop() {
        demo.destroyForcibly();
        chromium.close();
        server.close();
    }

    private static Page open(Person person, TcpProxy line) {
        BrowserContext context = chromium.person();
        var cookie = person.cookie().split("=", 2);
        context.addCookies(
                List.of(new Cookie(cookie[0], cookie[1]).setUrl(line.uri().toString())));
        Page page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) errors.add(message.text());
        });
        page.navigate(line.uri().resolve("lab/streams/index.html").toString());
        return page;
    }

    private static Locator example(Page page, String name) {
        return page.locator("[data-example=" + name + "]");
    }

    @Test
    void theyRunAndTwoBrowsersEditOneTextAlsoOverABreak() throws Exception {
        var bob = Person.signUp(server.uri(), "bob");
        try (var anns = new TcpProxy(server.port());
                var bobs = new TcpProxy(server.port())) {
            awaitDemo();
            Page one = open(admin, anns);
            Page two = open(bob, bobs);
            assertThat(example(one, "clock").locator("time")).hasText(Pattern.compile("\\d\\d:\\d\\d:\\d\\d"));
            var seen = example(one, "clock").locator("time").textContent();
            assertThat(example(one, "clock").locator("time")).not().hasText(seen);
            assertThat(example(two, "ticker").locator("tr")).hasCount(3);
            assertThat(example(two, "map").locator("[data-who='bus 12']")).isVisible();
            example(two, "score").locator("button").click();
            assertThat(example(one, "score").locator("button")).hasText("Applaud · 1");
            for (var page : List.of(one, two)) score(page);
            edit(one, two, bobs);
            Chromium.shoot(two, "stream-examples");
        }
        assertThat(errors).isEmpty();
    }

    /** The topics are there, and something comes. */
    private static void awaitDemo() throws Exception {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> admin.get("api/streams/demo-ticker?wait=0&last=1")
                        .text()
                        .contains("price"));
    }

    /** The demo scores, too, and by chance in the very moment in which it is looked at. */
    private static void score(Page page) {
        await().atMost(Duration.ofSeconds(20)).pollInSameThread().untilAsserted(() -> {
            admin.post("api/streams/demo-match?event=goal", GOAL).expect(200);
            var soon = new LocatorAssertions.HasTextOptions().setTimeout(1_000);
            assertThat(example(page, "score").locator(".score")).hasText("3 : 2", soon);
            assertThat(example(page, "score").locator(".news li").first()).hasText("89′ Barbara", soon);
        });
    }

    private static void edit(Page one, Page two, TcpProxy line) {
        Locator mine = example(one, "text").locator("textarea");
        Locator yours = example(two, "text").locator("textarea");
        mine.fill("Holdfast keeps");
        assertThat(yours).hasValue("Holdfast keeps");
        yours.fill("Our Holdfast keeps");
        assertThat(mine).hasValue("Our Holdfast keeps");
        line.refuse();
        line.reset();
        assertThat(example(two, "text").locator(".trouble")).hasText("Reconnecting…");
        yours.fill("Our Holdfast keeps, always");
        mine.fill("Our own Holdfast keeps");
        line.pass();
        assertThat(mine).hasValue("Our own Holdfast keeps, always");
        assertThat(yours).hasValue("Our own Holdfast keeps, always");
        two.reload();
        assertThat(example(two, "text").locator("textarea")).hasValue("Our own Holdfast keeps, always");
    }
}
