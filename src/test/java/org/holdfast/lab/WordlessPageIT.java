package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An image that says it all: what shows a message elsewhere shows it, too, and does not take it for one that is gone. */
class WordlessPageIT {
    private static final String NAME = "plan_of_the_house.png";
    private static final byte[] PLAN = Sample.image("png", 1_200, 800);

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ann;
    private static ChatPage ben;
    private static int rooms;

    @BeforeAll
    static void start() {
        server =
                Site.shared("wordless-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        ann = chromium.open(chromium.person(), server.uri()).signUp("ann", "a long enough secret");
        ben = chromium.open(chromium.person(), server.uri()).signUp("ben", "a long enough secret");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void show() {
        var room = "wordless " + ++rooms;
        ann.createRoom(room);
        ann.enter(room);
        ben.joinRoom(room);
        var files = ann.composer().files();
        files.choose(NAME, PLAN);
        files.seesUpload(NAME, "done");
        files.send();
        ben.composer().files().seesThumbnails(1);
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ann.errors()).isEmpty();
        assertThat(ben.errors()).isEmpty();
    }

    private static PageParts parts(ChatPage of) {
        return new PageParts(of.browser().pages().get(0));
    }

    private static Locator part(ChatPage of, String name) {
        return parts(of).part(name);
    }

    private static PageMessage image(ChatPage of) {
        return PageMessage.withImage(parts(of), NAME);
    }

    @Test
    void anAnswerShowsIt() {
        image(ben).reply();
        assertThat(part(ben, "answering")).containsText(NAME);
        ben.say("wider than I thought");
        ann.message("wider than I thought").quotes("ann", NAME);
        var image = part(ann, "quote-image");
        assertThat(image).hasJSProperty("naturalWidth", 720);
        assertThat(part(ann, "quote")).hasAttribute("aria-label", "Go to the message of ann: " + NAME);
        ann.pictures("reply-to-image");
    }

    @Test
    void itIsSeenAmongThePinsAndLargeFromThere() {
        image(ben).pin();
        part(ann, "message").locator(".pinned").waitFor();
        part(ann, "pins-open").click();
        var pinned = part(ann, "pins").locator(hook("thumbnail"));
        assertThat(pinned).hasCount(1);
        ann.pictures("pins-image");
        pinned.click();
        ann.composer().files().seesShown(NAME);
        ann.composer().files().press("Escape");
        ann.composer().files().seesNothingShown();
        assertThat(part(ann, "pins-open")).isFocused();
        part(ann, "pins-open").click();
        part(ann, "pin-go").click();
        assertThat(part(ann, "message").and(parts(ann).page().locator(":focus")).locator(hook("thumbnail")))
                .hasCount(1);
    }

    @Test
    void aSearchShowsIt() {
        var query = "in:\"wordless " + rooms + "\" plan";
        parts(ben).page().waitForCondition(() -> isIndexed(query));
        var search = new PageSearch(parts(ben).page()).open();
        search.finds(query, 1);
        assertThat(part(ben, "hit")).containsText(NAME);
        assertThat(part(ben, "hit").locator(hook("quote-image"))).hasJSProperty("naturalWidth", 720);
        ben.pictures("search-image");
        search.close();
    }

    private static boolean isIndexed(String query) {
        var address = server.uri().resolve("api/search?q=" + URLEncoder.encode(query, UTF_8));
        return ben.browser().request().get(address.toString()).text().contains("\"sequence\"");
    }

    @Test
    void whatItWasBeforeItHadWordsIsSeenAmongItsEdits() {
        image(ann).edit("the plan of the house");
        ann.message("the plan of the house").showEdits();
        assertThat(part(ann, "edit-text").last()).hasText(NAME);
        ann.composer().files().press("Escape");
    }

    @Test
    void aThreadThatBeganWithItWaitsByItsName() {
        image(ben).reply();
        ben.say("and the garden?");
        ann.createRoom("meanwhile " + rooms);
        part(ann, "threads").click();
        assertThat(parts(ann).part("thread-waiting", "wordless " + rooms)).containsText(NAME);
        ann.composer().files().press("Escape");
    }
}
