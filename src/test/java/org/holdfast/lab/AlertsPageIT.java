package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a person hears of messages in rooms that they do not look at, in all tabs of their browser. */
class AlertsPageIT {
    private static Site server;
    private static Chromium chromium;
    private static Person cleo;
    private static int rooms;

    private final List<ChatPage> tabs = new ArrayList<>();
    private BrowserContext browser;
    private TcpProxy line;
    private Person bob;
    private String name;
    private String elsewhere;
    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("alerts-page").with("holdfast.commands.rate", "0").start();
        chromium = new Chromium();
        cleo = Person.signUp(server.uri(), "cleo");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    /** Each test has a person with two rooms, a browser and a line of their own. */
    @BeforeEach
    void meet() {
        name = "room " + (char) ('A' + rooms++);
        room = cleo.createRoom(name);
        bob = Person.signUp(server.uri(), "bob" + rooms);
        elsewhere = "elsewhere " + rooms;
        bob.createRoom(elsewhere);
        line = new TcpProxy(server.port());
        browser = chromium.person();
    }

    @AfterEach
    void part() {
        assertThat(tabs).allSatisfy(tab -> assertThat(tab.errors()).isEmpty());
        browser.close();
        line.close();
    }

    @Test
    void theTitleAndTheIconOfATabTellWhatWaits() {
        signIn(line.uri());
        var phone = chromium.open(chromium.person(), server.uri()).signIn(bob.name(), bob.password());
        phone.enter(elsewhere);
        tabs.add(phone);
        waits("", "");
        cleo.say(room, "good morning");
        waits("• ", "•");
        cleo.say(room, calling(", have a look"));
        waits("(1) ", "1");
        for (int n = 0; n < 10; n++) cleo.say(room, calling("?"));
        waits("(11) ", "9+");
        tabs.get(0).enter(name);
        tabs.get(0).unread().messagesIn(name, 0);
        tabs.get(0).enter(elsewhere);
        waits("", "");
        phone.browser().close();
        tabs.remove(phone);
    }

    private void waits(String title, String badge) {
        for (var tab : tabs) {
            tab.alerts().titleIs(title + elsewhere + " · Holdfast");
            tab.alerts().badgeIs(badge);
        }
    }

    @Test
    void aMessageRaisesOneNotificationInAllTabsWhichLeadsToItAndGoesWhenItWasRead() {
        signInForPopups(server.uri());
        for (int n = 0; n < 2; n++) open(server.uri());
        cleo.say(room, calling(", the first"));
        awaitPopups("cleo · " + name + ": " + calling(", the first"));
        cleo.say(room, "for nobody in particular");
        cleo.say(room, calling(", the second"));
        awaitPopups(
                "cleo · " + name + ": " + calling(", the first"), "cleo · " + name + ": " + calling(", the second"));
        assertThat(openPopups()).isEqualTo(2);
        assertThat(tabs.stream().mapToInt(tab -> tab.alerts().sounds()).sum()).isEqualTo(4);
        var first = tabs.stream().filter(tab -> tab.alerts().openPopups() > 0).findFirst();
        first.orElseThrow().alerts().clickPopup();
        first.get().sees(calling(", the second"));
        await().until(this::openPopups, open -> open == 0);
        tabs.forEach(tab -> tab.alerts().noticesNothing());
    }

    @Test
    void whatALineCatchesUpWithIsToldAtOnce() {
        signInForPopups(line.uri());
        line.refuse();
        line.reset();
        tabs.get(0).statusIs("offline");
        for (int n = 0; n < 12; n++) cleo.say(room, calling("?"));
        line.pass();
        awaitPopups("12 new messages in " + name + ": cleo");
        cleo.say(room, calling(", and another"));
        awaitPopups("12 new messages in " + name + ": cleo", "cleo · " + name + ": " + calling(", and another"));
    }

    @Test
    void withoutNotificationsTheTabThatIsLookedAtShowsANotice() {
        signIn(Chromium.byName(server.uri()));
        var tab = tabs.get(0);
        tab.alerts().openSettings();
        tab.alerts().offers("popups-missing");
        tab.pictures("alerts-plain-http");
        tab.alerts().closeSettings();
        cleo.say(room, calling(", look at the notice"));
        tab.alerts().notices("look at the notice");
        tab.pictures("alert-notice");
        tab.alerts().openNotice();
        tab.sees(calling(", look at the notice"));
        tab.alerts().noticesNothing();
        assertThat(tab.alerts().sounds()).isEqualTo(2);
    }

    @Test
    void theBrowserIsAskedWhenAPersonWantsItAndTheyAreToldThatItSaidNo() {
        signIn(server.uri());
        var alerts = tabs.get(0).alerts();
        alerts.openSettings();
        alerts.choose("allow-popups");
        alerts.offers("popups-denied");
    }

    @Test
    void aReplyIsToldToThoseWhoFollowItsThread() {
        signIn(server.uri());
        bob.say(room, "who comes to the fair?");
        cleo.say(room, "what is for lunch?");
        cleo.reply(room, "what is for lunch?", "soup");
        cleo.reply(room, "who comes to the fair?", "we all do");
        tabs.get(0).alerts().notices("we all do");
        assertThat(tabs.get(0).alerts().sounds()).as("two notes, once").isEqualTo(2);
        tabs.get(0).alerts().closeNotice();
    }

    @Test
    void ofARoomOneHearsAllOrWhatCallsOneOrNothing() {
        signInForPopups(server.uri());
        cleo.say(room, "for nobody in particular");
        waits("• ", "•");
        wants("all", "(1) ", "1");
        cleo.say(room, "for everybody");
        awaitPopups("cleo · " + name + ": for everybody");
        wants("nothing", "• ", "•");
        cleo.say(room, calling(", not now"));
        tabs.get(0).unread().mentionsIn(name, 1);
        wants("mentions", "(1) ", "1");
        cleo.say(room, calling(", now"));
        awaitPopups("cleo · " + name + ": for everybody", "cleo · " + name + ": " + calling(", now"));
    }

    @Test
    void whoWritesToOneAloneIsNamedOnce() {
        signInForPopups(server.uri());
        cleo.say(new Host(cleo).direct(bob), "between us");
        awaitPopups("cleo: between us");
    }

    /** It is so when the title says how much waits then. */
    private void wants(String level, String title, String badge) {
        tabs.get(0).own().level(name, level);
        waits(title, badge);
    }

    private String calling(String text) {
        return "@" + bob.name() + text;
    }

    /** What a browser that was asked before has granted it grants again; a person still has to want it. */
    private void signInForPopups(URI address) {
        browser.grantPermissions(List.of("notifications"));
        signIn(address);
        var alerts = tabs.get(0).alerts();
        alerts.openSettings();
        alerts.choose("alerts-popups");
        alerts.closeSettings();
    }

    private void awaitPopups(String... popups) {
        await().until(this::popups, shown -> shown.size() >= popups.length);
        assertThat(popups()).containsExactly(popups);
    }

    private List<String> popups() {
        return tabs.stream().flatMap(tab -> tab.alerts().popups().stream()).toList();
    }

    private int openPopups() {
        return tabs.stream().mapToInt(tab -> tab.alerts().openPopups()).sum();
    }

    /** A tab in which nobody looks at the room. */
    private void signIn(URI address) {
        var tab = chromium.open(browser, address).signIn(bob.name(), bob.password());
        tab.joinRoom(name);
        tab.enter(elsewhere);
        note(tab);
    }

    private void open(URI address) {
        var tab = chromium.open(browser, address);
        tab.enter(elsewhere);
        note(tab);
    }

    private void note(ChatPage tab) {
        tab.alerts().note();
        tabs.add(tab);
    }
}
