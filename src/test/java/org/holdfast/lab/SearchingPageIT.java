package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What helps somebody to say what they look for: what is offered after a filter, what they looked for last, and what they leave out. */
class SearchingPageIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SECRET = "a long enough secret";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage li;

    private PageSearch search;

    @BeforeAll
    static void start() {
        server = Site.shared("searching-page")
                .with("holdfast.commands.rate", "0")
                .start();
        var carl = Person.signUp(server.uri(), "carl");
        var sink = carl.createRoom("Kitchen sink");
        var barn = carl.createRoom("Barn");
        carl.say(sink, "a fork and a spoon");
        carl.say(barn, "a fork of hay");
        await().atMost(SOON)
                .until(() -> carl.get("api/search?q=%22of+hay%22").text().contains("\"sequence\""));
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada", SECRET);
        li = chromium.open(chromium.person("zh-CN"), server.uri()).signUp("李小雨", SECRET);
        for (var room : new String[] {"Barn", "Kitchen sink"}) ada.joinRoom(room);
        li.joinRoom("Barn");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void look() {
        search = searchOf(ada).open();
    }

    @AfterEach
    void leave() {
        search.close();
        for (var page : new ChatPage[] {ada, li}) assertThat(page.errors()).isEmpty();
    }

    private static PageSearch searchOf(ChatPage who) {
        return new PageSearch(who.browser().pages().get(0));
    }

    private static Locator part(ChatPage who, String name) {
        return who.browser().pages().get(0).locator(hook(name));
    }

    private static Locator field() {
        return part(ada, "search");
    }

    @Test
    void namesAreOfferedAfterAFilterAndTakenByKeys() {
        search.type("fork in:");
        assertThat(part(ada, "search-offer")).containsText(new String[] {"Barn", "Kitchen sink"});
        ada.pictures("search-offers");
        field().press("ArrowUp");
        assertThat(field()).hasAttribute("aria-activedescendant", Pattern.compile("search-offers-[1-9]"));
        field().pressSequentially("kit");
        assertThat(part(ada, "search-offer")).hasText("Kitchen sink");
        field().press("Enter");
        assertThat(field()).hasValue("fork in:\"Kitchen sink\" ");
        assertThat(part(ada, "hit")).hasCount(1);
        assertThat(part(ada, "hit")).containsText("a fork and a spoon");
        field().pressSequentially("from:car");
        assertThat(part(ada, "search-offer")).hasText("carl");
        field().press("Tab");
        assertThat(field()).hasValue("fork in:\"Kitchen sink\" from:carl ");
        assertThat(field()).isFocused();
        assertThat(part(ada, "hit")).hasCount(1);
    }

    @Test
    void escapeTakesTheOfferAwayAndNothingElse() {
        search.type("fork -has:");
        assertThat(part(ada, "search-offer")).hasCount(3);
        assertThat(field()).hasAttribute("aria-controls", "search-offers");
        field().press("Escape");
        assertThat(part(ada, "search-offer")).hasCount(0);
        assertThat(field()).hasValue("fork -has:");
        assertThat(part(ada, "hit")).hasCount(2);
        assertThat(field()).hasAttribute("aria-controls", "search-hits");
    }

    @Test
    void whatIsTurnedRoundIsLeftOut() {
        search.finds("fork -hay", 1);
        search.finds("fork -from:me", 2);
        search.findsNothing("fork -from:carl");
        search.type("");
        search.choose("-");
        search.choose("in:");
        field().pressSequentially("Barn fork");
        assertThat(field()).hasValue("-in:Barn fork");
        assertThat(part(ada, "hit")).hasCount(1);
        assertThat(part(ada, "hit")).containsText("a fork and a spoon");
    }

    @Test
    void whatWasLookedForLastIsOfferedUntilOneClearsItOrSignsOut() {
        search.finds("spoon", 1);
        field().press("Enter");
        search.open().type("");
        assertThat(part(ada, "recent-search").first()).hasText("spoon");
        ada.pictures("search-recent");
        field().press("ArrowDown");
        field().press("Enter");
        assertThat(field()).hasValue("spoon");
        assertThat(part(ada, "hit")).hasCount(1);
        search.type("");
        part(ada, "recent-clear").click();
        assertThat(part(ada, "recent-search")).hasCount(0);
        assertThat(field()).isFocused();
        search.finds("hay", 1);
        part(ada, "hit").click();
        ada.signOut();
        ada.signIn("Ada", SECRET);
        search.open();
        assertThat(field()).isVisible();
        assertThat(part(ada, "recent-search")).hasCount(0);
    }

    @Test
    void daysAreOfferedInTheLanguageOfWhoLooks() {
        var own = searchOf(li).open();
        own.type("fork after:");
        assertThat(part(li, "search-offer")).containsText(new String[] {"今天", "昨天", "一周前"});
        li.pictures("search-days-zh");
        part(li, "search-offer").nth(1).click();
        assertThat(part(li, "search")).hasValue(Pattern.compile("fork after:\\d{4}-\\d\\d-\\d\\d "));
        assertThat(part(li, "search")).isFocused();
        assertThat(part(li, "hit")).hasCount(1);
        own.close();
    }
}
