package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two people do to messages in the page, each seeing the other's at once. */
class MessagePageIT {
    private static final int DUST = 230;

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static int rooms;

    @BeforeAll
    static void start() {
        server = Site.shared("message-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        ada = chromium.open(chromium.person(), server.uri()).signUp("Ada", "a long enough secret");
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", "a long enough secret");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has a room of its own. */
    @BeforeEach
    void meet() {
        ada.createRoom("room " + ++rooms);
        bob.joinRoom("room " + rooms);
    }

    @AfterEach
    void nothingWentWrong() {
        for (var page : List.of(ada, bob)) assertThat(page.errors()).isEmpty();
    }

    @Test
    void reactionsComeToEverybodyAndGoAgain() {
        ada.say("lunch at noon");
        bob.sees("lunch at noon");
        bob.message("lunch at noon").react("\uD83D\uDC4D");
        ada.message("lunch at noon").hasReaction("\uD83D\uDC4D", 1);
        ada.message("lunch at noon").toggle("\uD83D\uDC4D");
        bob.message("lunch at noon").hasReaction("\uD83D\uDC4D", 2);
        bob.message("lunch at noon").reactBySearch("coffee");
        ada.message("lunch at noon").hasReaction("\u2615", 1);
        bob.message("lunch at noon").reactBySearch("unicorn");
        ada.message("lunch at noon").hasReaction("\uD83E\uDD84", 1);
        ada.message("lunch at noon").react("\uD83D\uDC4D");
        bob.message("lunch at noon").hasReaction("\uD83D\uDC4D", 1);
        bob.reload();
        bob.message("lunch at noon").hasReaction("\uD83D\uDC4D", 1);
        bob.message("lunch at noon").toggle("\uD83D\uDC4D");
        ada.message("lunch at noon").hasReaction("\uD83D\uDC4D", 0);
        page(ada).setViewportSize(1280, 800);
        ada.message("lunch at noon").offers("message-tools", true);
        ada.shoot("message-tools");
        ada.pictures("reactions");
    }

    @Test
    void whoHasReadAMessageIsSeenWhereTheOwnerOfTheRoomWantsThat() {
        ada.say("read me");
        bob.sees("read me");
        ada.message("read me").offers("tool-readers", false);
        ada.people().toggle();
        ada.own().showReceipts(true);
        bob.message("read me").offers("tool-readers", true);
        ada.message("read me").isReadBy("Bob");
        ada.own().showReceipts(false);
        bob.message("read me").offers("tool-readers", false);
        ada.people().toggle();
    }

    @Test
    void anEditIsSeenByEverybodyWithWhatItSaidBefore() {
        ada.say("lunhc");
        bob.sees("lunhc");
        bob.message("lunhc").offers("tool-edit", false);
        ada.message("lunhc").edit("lunch");
        bob.sees("lunch");
        bob.message("lunch").isEdited();
        bob.message("lunch").showEdits();
        assertThat(page(bob).locator(hook("edit-text"))).hasText(new String[] {"lunch", "lunhc"});
        bob.pictures("edits");
        page(bob).keyboard().press("Escape");
        page(ada).locator(hook("composer")).press("ArrowUp");
        ada.message("lunch").writeAnew("lunch at noon");
        bob.sees("lunch at noon");
        bob.reload();
        bob.sees("lunch at noon");
    }

    @Test
    void whatIsDeletedIsGoneForEverybodyAndItsTextIsNowhere() {
        ada.say("the secret");
        ada.say("something else");
        bob.sees("something else");
        bob.message("the secret").offers("tool-delete", false);
        ada.message("the secret").delete();
        bob.message("the secret").isGone();
        bob.sees("something else");
        bob.reload();
        bob.sees("something else");
        assertThat(page(bob).content()).doesNotContain("the secret");
    }

    @Test
    void whatIsPinnedIsFoundByEverybody() {
        ada.say("the **door code** is on the board");
        bob.sees("the door code is on the board");
        bob.message("the door code is on the board").pin();
        page(ada).locator(hook("message") + " .pinned").waitFor();
        page(ada).locator(hook("pins-open")).click();
        assertThat(page(ada).locator(hook("pin-text"))).hasText("the door code is on the board");
        ada.pictures("pins");
        page(ada).locator(hook("pins") + " .icon-button").click();
        assertThat(page(ada).locator(hook("pin-text"))).hasCount(0);
        page(ada).keyboard().press("Escape");
        assertThat(page(bob).locator(hook("message") + " .pinned")).hasCount(0);
    }

    @Test
    void aReplyShowsWhatItAnswersAndLeadsThere() {
        ada.say("where do we meet?");
        ada.say("and when?");
        bob.sees("and when?");
        bob.message("and when?").replyAfterAllNot();
        bob.message("where do we meet?").reply();
        page(bob).locator(hook("answering")).waitFor();
        bob.say("in the kitchen");
        assertThat(page(bob).locator(hook("answering"))).hasCount(0);
        ada.message("in the kitchen").quotes("Ada", "where do we meet?");
        page(ada).locator(hook("quote")).click();
        assertThat(page(ada).locator("article:focus")).containsText("where do we meet?");
        bob.message("where do we meet?").hasReplies(1);
        bob.pictures("reply");
    }

    @Test
    void aQuoteLeadsToItsPlaceAlsoWhereThatIsFarFromTheNewest() {
        var carl = Person.signUp(server.uri(), "carl");
        var loft = carl.createRoom("Loft");
        carl.say(loft, "who has the ladder?");
        IntStream.rangeClosed(1, DUST).forEach(n -> carl.say(loft, "dust " + n));
        carl.reply(loft, "who has the ladder?", "I have it");
        ada.joinRoom("Loft");
        ada.sees("I have it");
        assertThat(ada.texts()).as("premise").doesNotContain("who has the ladder?");
        page(ada).locator(hook("quote")).click();
        assertThat(page(ada).locator("article:focus")).containsText("who has the ladder?");
    }

    /** Back to the rooms, as on a phone, and in a page that is opened anew. */
    @Test
    void whatAnAnswerIsWrittenToStaysBesideItsText() {
        ada.say("who brings the cake?");
        ada.seesSent("who brings the cake?");
        bob.sees("who brings the cake?");
        page(bob).setViewportSize(390, 844);
        bob.message("who brings the cake?").reply();
        bob.write("I could");
        page(bob).locator(hook("back")).click();
        bob.enter("room " + rooms);
        bob.composer().answers("Reply to Ada", "who brings the cake?");
        bob.reload();
        bob.composer().answers("Reply to Ada", "who brings the cake?");
        assertThat(page(bob).locator(hook("composer"))).hasValue("I could");
        ada.message("who brings the cake?").edit("who brings a cake?");
        bob.composer().answers("Reply to Ada", "who brings a cake?");
        page(bob).locator(hook("send")).click();
        bob.composer().answersNothing();
        ada.message("I could").quotes("Ada", "who brings a cake?");
        bob.reload();
        bob.seesSent("I could");
        bob.composer().answersNothing();
        page(bob).setViewportSize(1280, 800);
    }

    @Test
    void theKeyboardReachesEveryMessageAndItsTools() {
        ada.say("one");
        ada.say("two");
        bob.sees("two");
        page(bob).locator(".log").focus();
        page(bob).keyboard().press("ArrowUp");
        page(bob).keyboard().press("ArrowUp");
        assertThat(page(bob).locator(hook("message") + ":focus " + hook("message-text")))
                .hasText("one");
        page(bob).keyboard().press("Tab");
        // Which it is depends on what Bob used last.
        var emoji = page(bob).locator(hook("message-tools") + " :focus").getAttribute("data-emoji");
        page(bob).keyboard().press("Enter");
        ada.message("one").hasReaction(emoji, 1);
    }

    @Test
    void aNameStandsOverTheFirstInARowAndADayOverItsMessages() {
        ada.say("one");
        ada.say("two");
        bob.sees("two");
        bob.say("three");
        for (var page : List.of(ada, bob)) {
            page.sees("three");
            page.message("one").showsItsAuthor(true);
            page.message("two").showsItsAuthor(false);
            page.message("three").showsItsAuthor(true);
            assertThat(page(page).locator(hook("day-divider"))).hasText("Today");
        }
        // What the server does not take is of the day that it is at the device.
        var tab = ada.browser().newPage();
        tab.addInitScript("const now = Date.now; Date.now = () => now() + 86_400_000");
        var ahead = new ChatPage(tab);
        ahead.open(server.uri());
        ahead.enter("room " + rooms);
        ahead.say("four\u0000");
        ahead.message("four\ufffd").isRefused("\"text\" must not have a NUL character.");
        assertThat(tab.locator(hook("day-divider"))).hasText(new String[] {"Yesterday", "Today"});
        ahead.message("four\ufffd").discard();
        ahead.close();
    }

    private static Page page(ChatPage page) {
        return page.browser().pages().get(0);
    }
}
