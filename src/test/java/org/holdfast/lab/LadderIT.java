package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.lab.OfficeProxy.Block;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person behind a proxy that lets little through talks with one whose line is good: nothing is lost or doubled, whatever carries it. */
class LadderIT {
    private static final String PASSWORD = "a long enough secret";
    private static final String ROOM = "lunch";
    private static final double CLIMB_MILLIS = 90_000;
    /** A page looks for something better after a quarter of a minute, and then after half of one: here after a third of that. */
    private static final String LOOKS_SOON = """
            const later = window.setTimeout;
            window.setTimeout = (task, millis, ...more) =>
              later(task, [15_000, 30_000].includes(millis) ? millis / 3 : millis, ...more);
            """;

    private static Site server;
    private static Chromium chromium;
    private static ChatPage bob;
    private static int people;

    private OfficeProxy office;
    private URI address;
    private ChatPage ann;
    private final List<String> said = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = Site.shared("ladder").start();
        chromium = new Chromium();
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", PASSWORD);
        bob.createRoom(ROOM);
        bob.enter(ROOM);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void annIsThere() {
        office = new OfficeProxy(server.port());
        address = office.uri();
    }

    @AfterEach
    void everythingWasSeenOnce() {
        var before = bob.texts().size() - said.size();
        assertThat(bob.texts().subList(before, bob.texts().size())).isEqualTo(said);
        assertThat(ann.texts()).endsWith(said.toArray(String[]::new)).doesNotHaveDuplicates();
        assertThat(ann.errors()).isEmpty();
        ann.close();
        office.close();
    }

    @Test
    void whereSocketsAreForbiddenAnEventStreamCarriesTheChat() {
        office.block(Block.SOCKETS);
        annComes();
        ann.line().isOver("Event stream");
        theyTalk("over a stream");
        office.cut();
        theyTalk("after a cut");
        ann.reload();
        ann.enter(ROOM);
        ann.line().isOver("Event stream");
        theyTalk("after a reload");
    }

    @Test
    void whereStreamsAreKeptBackTooPollsDo() {
        office.block(Block.SOCKETS, Block.STREAMS);
        annComes();
        ann.line().isOver("Long polling");
        theyTalk("over polls");
        office.cut();
        theyTalk("after a cut");
    }

    @Test
    void whereNothingMayLastShortPollsCarryTheChatUntilItMay() {
        annComes();
        theyTalk("on a socket");
        office.block(Block.SOCKETS, Block.LASTING);
        office.cut();
        theyTalk("while streams break");
        ann.line().isOver("Short polling", CLIMB_MILLIS);
        theyTalk("over short polls");
        office.block();
        ann.line().staysLiveUntil("WebSocket", CLIMB_MILLIS, () -> theyTalk("on the way up"));
        theyTalk("at the top");
    }

    @Test
    void whatIsUnblockedIsUsedAgainAndNobodyNotices() {
        office.block(Block.SOCKETS, Block.STREAMS);
        annComes();
        ann.line().isOver("Long polling");
        theyTalk("on polls");
        office.block(Block.SOCKETS);
        ann.line().staysLiveUntil("Event stream", CLIMB_MILLIS, () -> theyTalk("meanwhile"));
        office.block();
        ann.line().staysLiveUntil("WebSocket", CLIMB_MILLIS, () -> theyTalk("on the way up"));
        theyTalk("at the top");
    }

    @Test
    void whatIsBlockedMeanwhileIsLeft() {
        annComes();
        ann.line().isOver("WebSocket");
        theyTalk("on a socket");
        office.block(Block.SOCKETS);
        office.cut();
        ann.line().isOver("Event stream");
        theyTalk("on a stream");
        office.block(Block.SOCKETS, Block.STREAMS);
        office.cut();
        ann.line().isOver("Long polling");
        theyTalk("on polls");
    }

    /** A browser opens six connections to a host at most: with a stream each, the seventh tab would not even load. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sevenTabsShareOneStream(boolean hasLocks) {
        if (!hasLocks) address = Chromium.byName(address);
        office.block(Block.SOCKETS);
        annComes();
        assertThat(ann.hasLocks()).as("premise").isEqualTo(hasLocks);
        ann.line().isOver("Event stream");
        var tabs = new ArrayList<ChatPage>();
        for (int opened = 0; opened < 6; opened++) tabs.add(tabOf(ann));
        theyTalk("before");
        tabs.forEach(tab -> tab.line().isOver("Event stream"));
        var first = ann;
        ann = tabs.get(0);
        first.close();
        theyTalk("after the first tab is gone");
        for (var tab : tabs) {
            tab.statusIs("live");
            said.forEach(tab::sees);
            assertThat(tab.texts()).doesNotHaveDuplicates();
            assertThat(tab.errors()).isEmpty();
        }
        tabs.stream().skip(1).forEach(ChatPage::close);
    }

    private ChatPage tabOf(ChatPage page) {
        var tab = chromium.open(page.browser(), address);
        tab.enter(ROOM);
        tab.statusIs("live");
        return tab;
    }

    private void annComes() {
        var person = chromium.person();
        person.addInitScript(LOOKS_SOON);
        ann = chromium.open(person, address).signUp("Ann " + ++people, PASSWORD);
        ann.joinRoom(ROOM);
        ann.enter(ROOM);
        ann.statusIs("live");
    }

    private void theyTalk(String about) {
        var no = " " + people + "." + said.size();
        say(ann, "Ann, " + about + no);
        say(bob, "Bob, " + about + no);
    }

    private void say(ChatPage speaker, String text) {
        speaker.say(text);
        ann.seesSent(text);
        bob.seesSent(text);
        said.add(text);
    }
}
