package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * Two people at real browsers, each at the end of a line of their own: what they write arrives, whatever happens to it. The house is under a
 * path of its own, as on a server with other applications. Ann's page is plain http from a host with a name, as in most intranets: browsers
 * keep much from such pages.
 */
class BrowsersIT {
    private static final String PASSWORD = "a long enough secret";
    private static final String ROOM = "lunch";
    /** A client whose server was away a moment ago may rest for 30 s between two tries. */
    private static final double PATIENCE_MILLIS = 60_000;

    private static final String KEPT = " Messages you write are kept and will be sent.";
    private static final Pattern UPDATING = Pattern.compile("The server is being updated, back in a moment." + KEPT);

    private static PayaraMicro server;
    private static Chromium chromium;
    private static TcpProxy annsLine;
    private static TcpProxy bobsLine;
    private static ChatPage ann;
    private static ChatPage bob;

    @BeforeAll
    static void start() {
        server = new PayaraMicro("browsers")
                .under("/team/chat")
                .with("holdfast.heartbeat.interval", "1s")
                .with("holdfast.heartbeat.silence", "3s")
                .with("holdfast.heartbeat.evict", "6s")
                .start();
        annsLine = new TcpProxy(server.port());
        bobsLine = new TcpProxy(server.port());
        chromium = new Chromium();
        ann = open(chromium.person(), annsAddress()).signUp("Ann", PASSWORD);
        bob = open(chromium.person(), server.by(bobsLine.uri())).signUp("Bob", PASSWORD);
        assertThat(ann.hasLocks()).as("premise").isFalse();
        assertThat(bob.hasLocks()).as("premise").isTrue();
        ann.createRoom(ROOM);
        bob.joinRoom(ROOM);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        annsLine.close();
        bobsLine.close();
        server.close();
    }

    @BeforeEach
    void bothAreLive() {
        ann.enter(ROOM);
        bob.enter(ROOM);
        ann.statusIs("live");
        bob.statusIs("live");
    }

    @AfterEach
    void bothHaveTheSameAndNobodyIsSignedOut(TestInfo test) {
        annsLine.pass();
        bobsLine.pass();
        ann.shoot(test.getTestMethod().orElseThrow().getName());
        ann.isSignedIn();
        bob.isSignedIn();
        assertThat(ann.texts()).doesNotHaveDuplicates().isEqualTo(bob.texts());
        assertThat(ann.errors()).isEmpty();
        assertThat(bob.errors()).isEmpty();
    }

    @Test
    void twoPeopleTalk() {
        ann.say("Lunch at noon?");
        bob.seesSent("Lunch at noon?");
        bob.seesAuthorOf("Lunch at noon?", "Ann");
        bob.say("<b>好的</b> & see you");
        ann.seesSent("<b>好的</b> & see you");
        assertThat(ann.address().getPath()).as("premise").startsWith("/team/chat/");
    }

    @Test
    void whoSignsOutAndInAgainGoesOn() {
        ann.signOut();
        bob.say("while Ann was not there");
        ann.signIn("Ann", PASSWORD);
        ann.enter(ROOM);
        ann.say("back again");
        bothSee("while Ann was not there", "back again");
    }

    @Test
    void whatIsWrittenWhileTheBrowserIsOfflineArrives() {
        ann.browser().setOffline(true);
        annsLine.refuse();
        annsLine.reset();
        ann.say("written in a tunnel");
        bob.say("said while ann was in it");
        ann.message("written in a tunnel").isUnsent();
        ann.statusIs("offline");
        annsLine.pass();
        ann.browser().setOffline(false);
        bothSee("written in a tunnel", "said while ann was in it");
    }

    @Test
    void aConnectionThatIsResetComesBack() {
        bothOpenAnew();
        ann.say("before the reset");
        annsLine.reset();
        bobsLine.reset();
        ann.say("after the reset");
        bob.say("me too");
        bothSee("before the reset", "after the reset", "me too");
    }

    @Test
    void aHalfOpenConnectionIsNoticed() {
        annsLine.silence();
        ann.say("into the void");
        bob.say("to someone who can't hear");
        ann.message("into the void").isUnsent();
        ann.statusIs("offline");
        annsLine.pass();
        bothSee("into the void", "to someone who can't hear");
    }

    @Test
    void whatIsWrittenWhileTheServerIsDeadArrives() {
        bothOpenAnew();
        ann.say("the last before the crash");
        bob.seesSent("the last before the crash");
        server.kill9();
        ann.say("while it was dead");
        ann.message("while it was dead").isUnsent();
        ann.statusIs("offline");
        server.start();
        bothSee("the last before the crash", "while it was dead");
    }

    @Test
    void aReloadKeepsWhatWasNotSent() {
        sayUnsent("survives a reload");
        annsLine.pass();
        ann.reload();
        ann.enter(ROOM);
        bothSee("survives a reload");
    }

    @Test
    void aClosedTabKeepsWhatWasNotSent() {
        sayUnsent("survives the tab");
        var browser = ann.browser();
        ann.close();
        annsLine.pass();
        bob.statusIs("live");
        ann = open(browser, annsAddress());
        ann.enter(ROOM);
        bothSee("survives the tab");
    }

    @Test
    void nobodyIsSignedOutByARestart() {
        server.restart();
        bothOpenAnew();
        ann.say("still here");
        bothSee("still here");
    }

    /** The server is drained, stopped and started anew on the same data; the page stays open under the writer's hands. */
    @Test
    void whoeverWritesNoticesNothingOfAnUpdate() {
        bothOpenAnew();
        var composer = ann.composer();
        composer.watch();
        composer.type("Before the update");
        var sent = new ArrayList<>(List.of(composer.send()));
        ann.requests(server.uri()).drain();
        composer.type("While it drains");
        ann.line().barSays(UPDATING);
        sent.add(composer.send());
        composer.type("Lunch, then?");
        composer.goBefore(", then?");
        composer.type(" at");
        server.stop();
        ann.statusIs("offline");
        composer.type(" no");
        server.start();
        composer.type("on");
        sent.add(composer.send());
        ann.statusIs("live");
        composer.type("After the update");
        sent.add(composer.send());
        sent.forEach(ann::seesSent);
        ann.line().hasNoBar();
        annWasUndisturbed();
        ann.reload();
        ann.enter(ROOM);
        bothSee("Lunch at noon, then?");
        assertThat(ann.texts()).endsWith(sent.toArray(String[]::new));
    }

    private static ChatPage open(BrowserContext browser, URI uri) {
        var page = chromium.open(browser, uri);
        page.patience(PATIENCE_MILLIS);
        return page;
    }

    private static URI annsAddress() {
        return Chromium.byName(server.by(annsLine.uri()));
    }

    private static void annWasUndisturbed() {
        var bars = ann.composer().bars();
        assertThat(bars).as("premise").anyMatch(UPDATING.asMatchPredicate());
        assertThat(bars).allMatch(bar -> bar.endsWith(KEPT) || bar.endsWith("You can keep writing."));
        assertThat(ann.composer().disturbances()).isEmpty();
    }

    /** A page whose line broke several times of late, in the tests before, takes its time before it tries again: up to half a minute. */
    private static void bothOpenAnew() {
        for (var page : new ChatPage[] {ann, bob}) {
            page.reload();
            page.enter(ROOM);
            page.statusIs("live");
        }
    }

    private static void sayUnsent(String text) {
        annsLine.refuse();
        annsLine.reset();
        ann.say(text);
        ann.message(text).isUnsent();
    }

    private static void bothSee(String... texts) {
        for (var text : texts) {
            ann.seesSent(text);
            bob.seesSent(text);
        }
        ann.statusIs("live");
    }
}
