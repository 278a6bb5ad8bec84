package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looking for messages, and going to them, by two people in their browsers. */
class SearchPageIT {
    private static final int HAY = 230;
    private static final int GRAINS = 1_500;
    /** 400 around the reader, a page of 50 that comes on either side, and the newest 100 when the reader's part meets them. */
    private static final int MOST_ROWS = 600;

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Site server;
    private static Chromium chromium;
    private static Person carl;
    private static long room;
    private static ChatPage ada;
    private static ChatPage bob;

    @BeforeAll
    static void start() {
        server = Site.shared("search-page").with("holdfast.commands.rate", "0").start();
        carl = Person.signUp(server.uri(), "carl");
        room = carl.createRoom("Barn");
        carl.say(room, "a needle, see https://barn.example");
        new Shelf(carl, room).posted("plan.txt", "hay on the left".getBytes(UTF_8));
        IntStream.rangeClosed(1, HAY).forEach(n -> carl.say(room, "hay " + n));
        carl.say(room, "小雨：下午三点在会议室开会，讨论 needles");
        await().atMost(SOON)
                .until(() ->
                        carl.get("api/search?q=%22hay+" + HAY + "%22").text().contains("\"sequence\""));
        chromium = new Chromium();
        // An address as intranets have them, where a page has no clipboard.
        var address = Chromium.byName(server.uri());
        ada = chromium.open(chromium.person(), address).signUp("Ada", "a long enough secret");
        bob = chromium.open(chromium.person("zh-CN"), address).signUp("Bob", "a long enough secret");
        ada.joinRoom("Barn");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @AfterEach
    void nothingWentWrong() {
        for (var page : List.of(ada, bob)) assertThat(page.errors()).isEmpty();
    }

    private static Page page(ChatPage of) {
        return of.browser().pages().get(0);
    }

    private static Locator part(ChatPage of, String name) {
        return page(of).locator(hook(name));
    }

    private static PageSearch search(ChatPage of) {
        return new PageSearch(page(of));
    }

    private static Locator needle(ChatPage who) {
        return page(who).locator(hook("message") + "[data-marked]");
    }

    private static void goToNeedle() {
        ada.enter("Barn");
        search(ada).goToTheOnly("needle has:link ");
        assertThat(needle(ada)).containsText("a needle, see");
    }

    @Test
    void whatIsFoundIsGoneToAndFromThereOneReadsOnToTheNewest() {
        goToNeedle();
        assertThat(needle(ada)).isFocused();
        assertThat(ada.address().getFragment()).matches("room-" + room + "/\\d+");
        ada.reload();
        assertThat(needle(ada)).isInViewport();
        // Further down there is more each time, and nothing is left out.
        page(ada).locator(".log").hover();
        while (!ada.texts().contains("hay " + HAY)) page(ada).mouse().wheel(0, 1_500);
        assertThat(ada.texts())
                .containsSubsequence(
                        IntStream.rangeClosed(1, HAY).mapToObj(n -> "hay " + n).toList());
        while (part(ada, "jump-newest").count() > 0) page(ada).mouse().wheel(0, 5_000);
        assertThat(ada.texts().get(ada.texts().size() - 1)).contains("小雨");
    }

    @Test
    void farFromTheNewestOnlyWhatIsNearIsInThePageAndNothingJumps() {
        var silo = carl.createRoom("Silo");
        IntStream.rangeClosed(1, GRAINS)
                .parallel()
                .forEach(n -> carl.say(silo, "grain " + n + "\n\nmore".repeat(n % 6)));
        carl.say(silo, "the last grain");
        ada.joinRoom("Silo");
        ada.sees("the last grain");
        assertThat(page(ada).locator(".log-head")).hasCount(0);
        var up = LongWay.of(page(ada), -900, ".log-head");
        carl.say(silo, "one more");
        var down = LongWay.of(page(ada), 900, "!" + hook("jump-newest"));
        ada.sees("one more");
        for (var way : List.of(up, down)) {
            assertThat(way.jumped()).as("pixels").isLessThan(3);
            assertThat(way.rows()).isLessThanOrEqualTo(MOST_ROWS);
            assertThat(way.ordered()).isTrue();
            assertThat(way.seen()).hasSizeGreaterThanOrEqualTo(GRAINS);
        }
    }

    @Test
    void whatComesBelowTakesNobodyAlong() {
        goToNeedle();
        var top = needle(ada).boundingBox().y;
        carl.say(room, "a straw in the wind");
        // It is there for the others, and for the reader once they want it.
        assertThat(part(ada, "jump-newest")).containsText("1");
        assertThat(needle(ada)).isInViewport();
        assertThat(needle(ada).boundingBox().y).isEqualTo(top);
        part(ada, "jump-newest").click();
        ada.sees("a straw in the wind");
        assertThat(ada.address().getFragment()).isEqualTo("room-" + room);
        assertThat(part(ada, "jump-newest")).hasCount(0);
    }

    @Test
    void aLinkLeadsWhoMayReadThereToTheMessageAndNobodyElse() {
        goToNeedle();
        needle(ada).hover();
        needle(ada).locator(hook("tool-link")).click();
        assertThat(needle(ada).locator(hook("tool-copied"))).isVisible();
        part(ada, "composer").fill("");
        part(ada, "composer").press("Control+V");
        var link = part(ada, "composer").inputValue();
        part(ada, "composer").fill("");
        assertThat(link).endsWith("#" + ada.address().getFragment());
        open(bob, link);
        assertThat(part(bob, "link-lost")).isVisible();
        open(bob, link.replaceAll("room-\\d+", "room-999999"));
        assertThat(part(bob, "link-lost")).isVisible();
        bob.joinRoom("Barn");
        open(bob, link);
        assertThat(needle(bob)).isInViewport();
        open(bob, link.replaceAll("\\d+$", "999999"));
        assertThat(part(bob, "jump-problem")).isVisible();
        carl.leave(room);
        carl.join(room);
        ada.say(link);
        ada.seesSent(link);
        page(ada).locator("a[href^='#room-']").click();
        assertThat(needle(ada)).isInViewport();
        assertThat(page(ada).context().pages()).hasSize(1);
    }

    private static void open(ChatPage who, String link) {
        page(who).navigate("about:blank");
        who.open(URI.create(link));
    }

    @Test
    void theDialogTellsWhatItKnows() {
        ada.enter("Barn");
        search(ada).open().type("");
        ada.pictures("search-empty");
        search(ada).choose("has:file");
        assertThat(part(ada, "hit")).containsText("plan.txt");
        search(ada).finds("needle", 2);
        assertThat(part(ada, "hit").first().locator("mark").last()).hasText("needles");
        ada.pictures("search-hits");
        part(ada, "search").press("ArrowDown");
        assertThat(part(ada, "hit").nth(1)).hasAttribute("aria-selected", "true");
        part(ada, "search-here").click();
        assertThat(part(ada, "search")).hasValue("in:Barn needle");
        assertThat(part(ada, "hit")).hasCount(2);
        search(ada).finds("会议室", 1);
        search(ada).findsNothing("no such thing anywhere");
        ada.pictures("search-none");
        search(ada).finds("hay", 20);
        part(ada, "search-more").click();
        assertThat(part(ada, "hit")).hasCount(40);
        ada.pictures("search-many");
        search(ada).close();
    }

    @Test
    void aFilterThatIsPressedIsWrittenOn() {
        search(ada).open().type("");
        search(ada).choose("from:");
        assertThat(part(ada, "search")).isFocused();
        page(ada).keyboard().type("carl needle");
        assertThat(part(ada, "search")).hasValue("from:carl needle");
        assertThat(part(ada, "hit")).hasCount(2);
        search(ada).close();
    }

    @Test
    void whoSaidItAndWhenIsPartOfWhatOneLooksFor() {
        var today = LocalDate.now();
        search(ada).open();
        search(ada).finds("from:carl needle", 2);
        search(ada).findsNothing("from:Ada needle");
        search(ada).finds("after:" + today.minusDays(2) + " needle", 2);
        search(ada).findsNothing("before:" + today.minusDays(2) + " needle");
        search(ada).finds("before:" + today.plusDays(2) + " needle", 2);
        search(ada).findsNothing("after:" + today.plusDays(2) + " needle");
        search(ada).close();
    }

    @Test
    void longTextsAndOtherLanguagesHaveTheirPlace() {
        var crowd = carl.createRoom("R".repeat(60));
        carl.say(crowd, "needle".repeat(50) + " " + "needle ".repeat(40));
        for (var name : List.of("Barn", "R".repeat(60)))
            if (new PageParts(page(bob)).part("room", name).count() == 0) bob.joinRoom(name);
        search(bob).open();
        bob.pictures("search-empty-zh");
        // It takes a moment until a message is found.
        await().atMost(SOON).untilAsserted(() -> {
            search(bob).type("");
            search(bob).type("needle");
            assertThat(part(bob, "hit").first()).isVisible();
        });
        bob.pictures("search-long-zh");
        search(bob).close();
    }
}
