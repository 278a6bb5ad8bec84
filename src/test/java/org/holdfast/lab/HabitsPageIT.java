package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each person is used to, and has at the page: its colours, its language, its keys. */
class HabitsPageIT {
    private static PayaraMicro server;
    private static Chromium chromium;
    private static Person carl;
    private static int people;

    private long apples;
    private long bread;
    private ChatPage ann;
    private Page page;
    private Keyboard keys;

    @BeforeAll
    static void start() {
        server = new PayaraMicro("habits-page")
                .with("holdfast.commands.rate", "0")
                .start();
        chromium = new Chromium();
        carl = Person.signUp(server.uri(), "carl");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has a person and three rooms of its own. */
    @BeforeEach
    void meet() {
        var person = Person.signUp(server.uri(), "ann" + ++people);
        apples = shared("apples", person);
        bread = shared("bread", person);
        shared("cheese", person);
        ann = chromium.open(chromium.person(), server.uri()).signIn(person.name(), person.password());
        page = ann.browser().pages().get(0);
        keys = new Keyboard(page);
        ann.enter(called("apples"));
        keys.isSoonAt("composer");
    }

    private static long shared(String name, Person with) {
        var room = carl.createRoom(called(name));
        with.join(room);
        return room;
    }

    private static String called(String name) {
        return name + " " + people;
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(ann.errors()).isEmpty();
        ann.browser().close();
    }

    @Test
    void whoKnowsNoNameLooksThroughAllEmoji() {
        ann.say("which of them?");
        ann.seesSent("which of them?");
        ann.message("which of them?").reactFromAll("\uD83D\uDC22");
        ann.message("which of them?").hasReaction("\uD83D\uDC22", 1);
        assertThat(ann.message("which of them?").openPicker().locator("input")).isFocused();
        // Past those used last: there is one.
        keys.press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowRight", "Enter");
        ann.message("which of them?").hasReaction("\uD83D\uDE09", 1);
    }

    @Test
    void whoWritesChineseFindsAnEmojiByItsName() {
        ann.own().choose("language", "zh");
        ann.say("喝什么？");
        ann.seesSent("喝什么？");
        ann.message("喝什么？").reactBySearch("咖啡");
        ann.message("喝什么？").hasReaction("\u2615", 1);
        ann.message("喝什么？").reactBySearch("企");
        assertThat(part("reaction").last()).hasAttribute("aria-label", "企鹅，1 人");
        ann.unread().begin("：咖");
        ann.unread().takeBy("Tab");
        assertThat(part("composer")).hasValue("\u2615");
    }

    @Test
    void theChosenThemeIsDrawnWhateverTheSystemIsIn() {
        var light = paperIn(ColorScheme.LIGHT);
        var dark = paperIn(ColorScheme.DARK);
        assertThat(dark).as("premise").isNotEqualTo(light);
        ann.own().choose("theme", "light");
        isDrawnOn(light);
        assertThat(Axe.findings(page)).isEmpty();
        ann.own().choose("theme", "dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        isDrawnOn(dark);
        assertThat(Axe.findings(page)).isEmpty();
        ann.reload();
        isDrawnOn(dark);
        ann.own().choose("theme", "system");
        isDrawnOn(light);
    }

    private String paperIn(ColorScheme colours) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private void isDrawnOn(String paper) {
        assertThat(page.locator("body")).hasCSS("background-color", paper);
    }

    @Test
    void theChosenLanguageIsSpokenAtOnceAndFromThenOn() {
        ann.write("half a thought");
        assertThat(part("notice").first()).hasText("carl created the room");
        ann.own().choose("language", "zh");
        speaksChinese();
        assertThat(Axe.findings(page)).isEmpty();
        ann.reload();
        speaksChinese();
        ann.own().choose("language", "en");
        assertThat(part("composer")).hasAttribute("aria-label", "Message to " + called("apples"));
        assertThat(part("notice").first()).hasText("carl created the room");
    }

    private void speaksChinese() {
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(part("composer")).hasAttribute("aria-label", "发消息到“" + called("apples") + "”");
        assertThat(part("composer")).hasValue("half a thought");
        assertThat(part("notice").first()).hasText("carl 创建了房间");
        ann.own().inMenu(() -> assertThat(part("sign-out")).hasText("退出登录"));
    }

    @Test
    void theArrowsWithAltLeadToTheNextRoomOrTheNextUnreadOne() {
        ann.say("mine");
        ann.seesSent("mine");
        keys.press("Alt+ArrowUp");
        isIn("cheese");
        keys.press("Alt+ArrowDown");
        isIn("apples");
        // Nothing waits anywhere; in an empty composer the arrow has a meaning of its own without Alt.
        keys.press("Alt+Shift+ArrowUp");
        ann.seesSent("mine");
        keys.press("ArrowUp").isSoonAt("message-edit").press("Alt+ArrowDown");
        isIn("bread");
        carl.say(apples, "look here");
        ann.unread().messagesIn(called("apples"), 1);
        keys.press("Alt+Shift+ArrowDown");
        isIn("apples");
        ann.seesSent("mine");
        carl.say(bread, "and here");
        ann.unread().messagesIn(called("bread"), 1);
        keys.press("Alt+Shift+ArrowUp");
        isIn("bread");
        ann.sees("and here");
    }

    @Test
    void theSwitcherTakesSomeLettersOfARoomAndEnter() {
        keys.press("Control+k").isSoonAt("switcher").press("Alt+ArrowDown");
        isIn("apples");
        keys.write("bre");
        InputMethod.keeps(part("switcher"), "Enter");
        keys.press("Enter");
        isIn("bread");
        keys.isSoonAt("composer").write("here I am").press("Enter");
        ann.seesSent("here I am");
        keys.press("Control+k").isSoonAt("switcher").press("ArrowDown", "ArrowDown", "Enter");
        isIn("cheese");
    }

    /** A field may have the focus, and the caret be nowhere. */
    @Test
    void whoLeavesADialogWritesOnWhereTheyWere() {
        keys.write("a tought").press("Home", "ArrowRight", "ArrowRight", "ArrowRight");
        keys.press("Control+k").isSoonAt("switcher").write("bre").press("Escape");
        assertThat(part("switcher")).hasCount(0);
        keys.isSoonAt("composer").write("h");
        assertThat(part("composer")).hasValue("a thought");
    }

    @Test
    void oneKeyLooksForMessagesOneTellsOfTheKeysAndOneGoesToTheNewest() {
        carl.say(apples, "the core of the matter");
        IntStream.rangeClosed(1, 60).forEach(n -> carl.say(apples, "peel " + n));
        await().atMost(ofSeconds(30))
                .until(() -> carl.get("api/search?q=core").text().contains("\"sequence\""));
        ann.sees("peel 60");
        keys.write("/?");
        assertThat(part("composer")).hasValue("/?");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        keys.toSelector(".log", "Shift+Tab").press("/").isSoonAt("search").write("core");
        assertThat(part("hit")).hasCount(1);
        InputMethod.keeps(part("search"), "Enter");
        keys.press("Enter").isSoonAtSelector("[data-marked]");
        assertThat(part("jump-newest")).isVisible();
        keys.press("?");
        assertThat(page.locator(hook("shortcuts") + " > div")).hasText(ShortcutRows.ALL);
        keys.press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        InputMethod.keeps(part("composer"), "Escape");
        keys.isSoonAtSelector("[data-marked]").press("Escape").isSoonAt("composer");
        assertThat(part("jump-newest")).hasCount(0);
        assertThat(part("message").last()).isInViewport();
    }

    private void isIn(String room) {
        assertThat(part("open-room-name")).hasText(called(room));
    }

    private Locator part(String name) {
        return page.locator(hook(name));
    }
}
