package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread beside its room, as two people reply in it. */
class ThreadPageIT {
    /** Higher than the panel. */
    private static final String LONG = "a word and another ".repeat(200).strip();

    /** Whether the window takes the keys. Told by `blur` alone, which the library does not ask for: it would draw much anew. */
    private static final String LOOK = """
            (isLookedAt) => {
              document.hasFocus = () => isLookedAt;
              dispatchEvent(new Event('blur'));
            }""";

    private static Site server;
    private static Chromium chromium;
    private static ChatPage ada;
    private static ChatPage bob;
    private static int rooms;

    @BeforeAll
    static void start() {
        server = Site.shared("thread-page").with("holdfast.commands.rate", "0").start();
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
        page(ada).setViewportSize(1280, 800);
        ada.createRoom("room " + ++rooms);
        bob.joinRoom("room " + rooms);
    }

    @AfterEach
    void nothingWentWrong() {
        for (var page : List.of(ada, bob)) assertThat(page.errors()).isEmpty();
    }

    @Test
    void aThreadStandsBesideItsRoomAndIsLive() {
        ada.say("who comes to the fair?");
        bob.sees("who comes to the fair?");
        bob.message("who comes to the fair?").reply();
        bob.say("I do");
        ada.message("who comes to the fair?").openThread();
        var thread = thread(ada);
        thread.has(2);
        thread.say("with your car?");
        bob.sees("with your car?");
        bob.message("with your car?").quotes("Bob", "I do");
        bob.message("I do").delete();
        thread.has(2);
        ada.message("who comes to the fair?").hasReplies(1);
        thread.editLast("with your red car?");
        bob.sees("with your red car?");
        page(ada).setViewportSize(1280, 800);
        ada.pictures("thread");
        Pictures.fitsSmall(page(ada), "thread");
        thread.hasToolsThatCoverNobody();
        thread.close();
        ada.reload();
        ada.message("who comes to the fair?").hasReplies(1);
    }

    @Test
    void aThreadWaitsForWhoBeganItUntilTheyHaveLookedThere() {
        ada.say("who has the key?");
        bob.sees("who has the key?");
        bob.message("who has the key?").reply();
        bob.say("I have it");
        ada.createRoom("elsewhere " + rooms);
        var waiting = new PageParts(page(ada)).part("thread-waiting", "who has the key?");
        page(ada).locator(hook("threads")).click();
        assertThat(waiting).containsText("1 new reply");
        ada.pictures("threads");
        waiting.press("Enter");
        thread(ada).has(2);
        page(ada).locator(hook("threads")).click();
        page(ada).locator(hook("threads-list")).waitFor();
        assertThat(waiting).hasCount(0);
        page(ada).keyboard().press("Escape");
        assertThat(page(ada).locator("dialog[open]")).hasCount(0);
        thread(ada).unfollow();
        page(ada).setViewportSize(1280, 800);
        ada.shoot("thread-unfollowed");
    }

    @Test
    void aReplyIsWrittenWithAllThatAMessageToTheRoomHas() {
        var thread = begun("who can drive?");
        var height = thread.height();
        thread.write("one\ntwo\nthree ");
        assertThat(thread.height()).isGreaterThan(height + 30);
        bob.people().type("Ada is typing…");
        thread.add("@Bo");
        var offer = page(ada).locator(hook("completion-offer"));
        assertThat(offer).hasText("Bob");
        ada.pictures("thread-composer");
        thread.press("Tab");
        assertThat(offer).hasCount(0);
        thread.hasText("one\ntwo\nthree @Bob ");
        thread.press("Enter");
        assertThat(page(bob).locator(hook("mention"))).hasText("@Bob");
        assertThat(thread.height()).isEqualTo(height);
        thread.write("x".repeat(8_001));
        assertThat(page(ada).locator(hook("thread-counter"))).hasText("1 character too long");
        assertThat(page(ada).locator(hook("thread-send"))).isDisabled();
        thread.write("");
        thread.press("ArrowUp");
        assertThat(page(ada).locator(hook("message-edit"))).isFocused();
        thread.leaveEdit();
        thread.close();
    }

    @Test
    void aFileGoesIntoTheThreadOnWhichItIsDropped() {
        var thread = begun("what does it look like?");
        ada.composer().files().dragOver(hook("thread"), "car.png", Sample.image("png", 120, 80));
        ada.composer().files().seesUpload("car.png", "done");
        assertThat(page(ada).locator("hf-composer " + hook("upload"))).hasCount(0);
        page(ada).locator(hook("thread-send")).click();
        bob.composer().files().seesThumbnails(1);
        thread.has(3);
        PageMessage.withImage(new PageParts(page(bob)), "car.png").quotes("Bob", "an answer");
        thread.close();
    }

    /** By itself: the reader is not at the end of the room. */
    @Test
    void whatCameWhileNobodyLookedIsReadWhenSomebodyDoes() {
        var thread = begun(LONG);
        thread.showsWhole(2);
        isWaiting(false);
        page(ada).locator(".log").evaluate("(log) => (log.scrollTop = 0)");
        page(ada).locator(hook("jump-newest")).waitFor();
        page(ada).evaluate(LOOK, false);
        bob.message("an answer").reply();
        bob.say("it is my turn");
        thread.has(3);
        isWaiting(true);
        page(ada).evaluate(LOOK, true);
        isWaiting(false);
        thread.close();
    }

    @Test
    void aReplyBelowWhatTheReaderSeesIsNotReadYet() {
        var thread = begun(LONG);
        thread.showsWhole(2);
        isWaiting(false);
        thread.scrollTo("0");
        bob.message("an answer").reply();
        bob.say("another answer");
        thread.has(3);
        isWaiting(true);
        thread.scrollTo("list.scrollHeight");
        isWaiting(false);
        thread.close();
    }

    @Test
    void aThreadThatWaitsTellsOfADraftInIt() {
        var thread = begun("shall we?");
        thread.write("maybe");
        thread.close();
        ada.createRoom("elsewhere " + rooms);
        bob.message("shall we?").reply();
        bob.say("well?");
        isWaiting(true);
        page(ada).locator(hook("threads")).click();
        assertThat(waiting("shall we?")).containsText("Draft");
        waiting("shall we?").press("Enter");
        thread.hasText("maybe");
        isWaiting(false);
        thread.write("");
        thread.close();
    }

    @Test
    void aThreadWithADraftIsFoundAlsoWhenNothingElseWaitsThere() {
        var thread = begun("any ideas?");
        thread.write("let me think");
        ada.createRoom("elsewhere " + rooms);
        isWaiting(false);
        assertThat(page(ada).locator(hook("threads"))).containsText("Draft");
        page(ada).locator(hook("threads")).click();
        var draft = page(ada).locator(hook("thread-draft"));
        assertThat(draft).containsText("room " + rooms + " · Draft");
        assertThat(draft).containsText("let me think");
        ada.pictures("thread-draft");
        draft.press("Enter");
        thread.hasText("let me think");
        thread.press("Enter");
        thread.has(3);
        assertThat(page(ada).locator(hook("threads"))).not().containsText("Draft");
        thread.close();
    }

    /** Ada has it open, with an answer of Bob. */
    private PageThread begun(String text) {
        ada.say(text);
        bob.sees(text);
        bob.message(text).reply();
        bob.say("an answer");
        ada.message(text).openThread();
        return thread(ada);
    }

    /** Whether there are replies, in all threads that Ada follows. */
    private static void isWaiting(boolean is) {
        var parts = new PageParts(page(ada));
        var pattern = Pattern.compile(is ? "[1-9]\\d*" : "0");
        assertThat(parts.part("threads")).hasAttribute("data-waiting", pattern, parts.attribute());
    }

    private static Locator waiting(String text) {
        return new PageParts(page(ada)).part("thread-waiting", text);
    }

    private static PageThread thread(ChatPage of) {
        return new PageThread(new PageParts(page(of)));
    }

    private static Page page(ChatPage page) {
        return page.browser().pages().get(0);
    }
}
