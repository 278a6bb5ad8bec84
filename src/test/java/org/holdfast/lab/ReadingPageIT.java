package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader does among the messages: long ones, days of them, one by one with the keyboard. */
class ReadingPageIT {
    private static final String LONG =
            IntStream.rangeClosed(1, 60).mapToObj(n -> "line " + n).collect(joining("\n"));

    private static final String SELECTED =
            "(message) => { getSelection().selectAllChildren(message); return String(getSelection()); }";

    private static Site server;
    private static Chromium chromium;
    private static Person carl;
    private static ChatPage ada;
    private static Page page;
    private static Keyboard keys;
    private static int rooms;

    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("reading-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        carl = Person.signUp(server.uri(), "carl");
        // An address as intranets have them, where a page has no clipboard.
        ada = chromium.open(chromium.person(), Chromium.byName(server.uri())).signUp("Ada", "a long enough secret");
        page = ada.browser().pages().get(0);
        keys = new Keyboard(page);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** In a room of Ada's. */
    @BeforeEach
    void meet() {
        var name = "room " + ++rooms;
        ada.createRoom(name);
        room = Long.parseLong(new PageParts(page).part("room", name).getAttribute("data-room"));
        carl.join(room);
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ada.errors()).isEmpty();
    }

    @Test
    void aLongTextShowsItsBeginningUntilAllOfItIsWanted() {
        IntStream.rangeClosed(1, 20).forEach(n -> carl.say(room, "chaff " + n));
        carl.say(room, LONG);
        assertThat(part("fold")).hasText("Show more");
        assertThat(part("fold")).hasAttribute("aria-expanded", "false");
        assertThat(text().boundingBox().height).isBetween(200.0, 400.0);
        assertThat((String) part("fold").locator("..").evaluate(SELECTED))
                .contains(LONG)
                .doesNotContain("Show more");
        ada.own().choose("language", "zh");
        assertThat(part("fold")).hasText("展开全文");
        ada.pictures("folded-zh");
        ada.own().choose("language", "en");
        page.setViewportSize(1280, 720);
        var top = text().boundingBox().y;
        part("fold").press("Enter");
        assertThat(part("fold")).hasText("Show less");
        assertThat(part("fold")).hasAttribute("aria-expanded", "true");
        assertThat(text().boundingBox().height).isGreaterThan(1_000);
        assertThat(text().boundingBox().y).as("stays there").isCloseTo(top, within(1.0));
        assertThat(part("jump-newest")).isVisible();
        IntStream.rangeClosed(1, 40).forEach(n -> carl.say(room, "grain " + n));
        ada.createRoom("elsewhere " + rooms);
        ada.enter("room " + rooms);
        assertThat(part("fold")).hasAttribute("aria-expanded", "true");
        part("fold").press("Enter");
        assertThat(part("fold")).hasAttribute("aria-expanded", "false");
        assertThat(part("fold")).isFocused();
        assertThat(text().boundingBox().y)
                .as("its beginning is seen")
                .isGreaterThan(page.locator(".log").boundingBox().y);
        assertThat(part("fold")).isInViewport();
    }

    @Test
    void whatTheKeyboardIsAtOrIsGoneToIsNotFoldedAway() {
        var text = LONG + "\n[the end](https://a.example/)";
        carl.say(room, text);
        assertThat(part("fold")).hasAttribute("aria-expanded", "false");
        part("fold").focus();
        keys.toSelector("a[href^='https://a.example']", "Shift+Tab");
        assertThat(part("fold")).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("a:focus")).isInViewport();
        var way = "#room-" + room + "/" + part("message").getAttribute("data-sequence");
        carl.reply(room, text, "agreed");
        var link = URI.create(Chromium.byName(server.uri()) + way);
        for (var coming : List.<Runnable>of(() -> part("quote").click(), () -> ada.open(link))) {
            ada.reload();
            assertThat(part("fold")).hasAttribute("aria-expanded", "false");
            coming.run();
            assertThat(part("fold")).hasAttribute("aria-expanded", "true");
            assertThat(part("message").first()).isFocused();
        }
    }

    @Test
    void theDayIsSeenWhileItIsReadAndCoversNothingTheKeyboardIsAt() {
        IntStream.rangeClosed(1, 60).forEach(n -> carl.say(room, "grain " + n));
        ada.sees("grain 60");
        page.locator(".log").evaluate("(log) => (log.scrollTop = log.scrollHeight / 2)");
        var day = part("day-divider");
        assertThat(day.boundingBox().y).isCloseTo(page.locator(".log").boundingBox().y, within(1.0));
        day.click(new Locator.ClickOptions().setTrial(true));
        page.locator(".log").focus();
        for (int n = 60; n > 20; n--) {
            keys.press("ArrowUp");
            assertThat(page.locator(hook("message") + ":focus")).containsText("grain " + n);
            assertThat(page.locator(hook("message") + ":focus").boundingBox().y)
                    .isGreaterThanOrEqualTo(day.boundingBox().y + day.boundingBox().height);
        }
    }

    @Test
    void aNameInATextLeadsToThePersonAndAGroupToNobody() {
        ada.say("ask @carl or @room");
        ada.seesSent("ask @carl or @room");
        var mentions = part("mention");
        assertThat(mentions).hasText(new String[] {"@carl", "@room"});
        assertThat(mentions.last()).not().hasAttribute("role", "button");
        mentions.first().click();
        assertThat(part("person-card")).containsText("Message");
        keys.press("Escape");
        assertThat(mentions.first()).isFocused();
        for (var key : List.of("Enter", " ")) {
            keys.press(key);
            assertThat(page.locator("dialog[open]")).hasAttribute("aria-label", "carl");
            keys.press("Escape");
            assertThat(page.locator("dialog[open]")).hasCount(0);
        }
        assertThat((String) part("message").evaluate(SELECTED)).contains("ask @carl or @room");
        ada.pictures("mentions");
    }

    @Test
    void lettersDoToAMessageWhatItsToolsDo() {
        carl.say(room, "one *two*");
        ada.say("mine");
        ada.seesSent("mine");
        at("mine").press("e").isSoonAt("message-edit");
        assertThat(part("message-edit")).hasValue("mine");
        keys.press("Escape").isSoonAt("composer");
        for (var key : List.of("d", "Delete")) {
            at("mine").press(key).isSoonAt("tool-delete-sure");
            keys.press("Escape").isSoonAt("composer");
        }
        ada.sees("one two");
        at("one two").press("e", "p");
        page.locator(".pinned").waitFor();
        keys.press("p");
        assertThat(page.locator(".pinned")).hasCount(0);
        for (var key : List.of("a", "+")) picksAnEmojiBy(key);
        keys.press("c");
        assertThat(said()).hasText("Link copied");
        keys.press("y");
        assertThat(said()).hasText("Text copied");
        keys.press("r").isSoonAt("composer");
        assertThat(part("answering")).containsText("carl");
        keys.press("Control+V");
        assertThat(part("composer")).hasValue("one *two*");
        part("composer").fill("");
        at("one two").press("t").isSoonAt("thread-composer").press("Escape").isSoonAt("composer");
        at("one two").press("u");
        ada.unread().newBeginsWith("one two");
    }

    private void picksAnEmojiBy(String key) {
        keys.press(key);
        assertThat(page.locator(hook("emoji-picker") + ":popover-open input")).isFocused();
        keys.press("Escape").isSoonAtSelector(".message");
    }

    /** A click into a message is no choice of it: who writes then may mean the composer. */
    @Test
    void lettersDoNothingWhereAPointerWas() {
        carl.say(room, "one");
        ada.say("mine");
        ada.seesSent("mine");
        part("message-text").last().click();
        keys.isSoonAtSelector(".message").press("e", "ArrowUp", "c");
        assertThat(said()).hasText("Link copied");
        assertThat(part("message-edit")).hasCount(0);
        keys.press("ArrowDown", "e").isSoonAt("message-edit").press("Escape");
    }

    @Test
    void theToolsOfAMessageFitBesideEachOther() {
        ada.people().toggle();
        ada.own().showReceipts(true);
        ada.people().toggle();
        ada.say("mine");
        ada.seesSent("mine");
        at("mine");
        ToolsPlace.fits(page, 320, 360, 379, 380, 390, 640, 700, 701);
        page.setViewportSize(1280, 720);
    }

    /** Chosen by the keyboard. */
    private Keyboard at(String text) {
        page.locator(".log").focus();
        keys.press("ArrowUp");
        var chosen = page.locator(hook("message") + ":focus");
        for (int n = 0; n < 3 && !chosen.innerText().contains(text); n++) keys.press("ArrowUp");
        part("message-tools").waitFor();
        return keys;
    }

    private static Locator said() {
        return part("message-tools").locator("[role=status]");
    }

    private static Locator text() {
        return part("message-text").filter(new Locator.FilterOptions().setHasText("line 60"));
    }

    private static Locator part(String name) {
        return page.locator(hook(name));
    }
}
