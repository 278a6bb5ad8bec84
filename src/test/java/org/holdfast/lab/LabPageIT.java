package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The transport lab: what is done to a line there is seen to happen, and to heal. */
class LabPageIT {
    private static final String PASSWORD = "a long enough secret";
    private static final String ADMIN = "Ada Admin";
    private static final String LADDER = "ladder";
    private static final List<String> TRANSPORTS = List.of("websocket", "sse", "long-poll", "short-poll");
    private static final List<String> LINES = List.of("websocket", "sse", "long-poll", "short-poll", LADDER);

    private static Site server;
    private static Chromium chromium;
    private static BrowserContext admin;

    private LabPage lab;

    @BeforeAll
    static void start() {
        server = Site.shared("lab-page")
                .with("holdfast.heartbeat.interval", "2s")
                .with("holdfast.heartbeat.silence", "6s")
                .with("holdfast.heartbeat.evict", "9s")
                .with("holdfast.drain.spread", "500ms")
                .start();
        chromium = new Chromium();
        admin = chromium.person();
        var chat = chromium.open(admin, server.uri()).signUp(ADMIN, PASSWORD);
        chat.identity().offersLab(true);
        chat.close();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void open() {
        lab = chromium.openLab(admin, server.uri());
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(lab.errors()).isEmpty();
        lab.close();
    }

    @Test
    void eachTransportIsLiveAndMeasured() {
        allAre("live");
        LINES.forEach(lab::measures);
        lab.uses("websocket");
    }

    @Test
    void aMessageArrivesOverEachOfThem() {
        allAre("live");
        lab.post();
        lab.arrivedOver("acked");
        LINES.forEach(lab::arrivedOver);
    }

    @Test
    void aLineThatIsCutComesBack() {
        allAre("live");
        TRANSPORTS.forEach(lab::cut);
        lab.lineSays("websocket", "Offline: the line broke");
        lab.lineSays("sse", "Offline: the line broke");
        allAre("live");
        TRANSPORTS.forEach(lab::measures);
    }

    @Test
    void aSilentLineIsFoundOutAndComesBack() {
        allAre("live");
        TRANSPORTS.forEach(lab::stall);
        TRANSPORTS.forEach(line -> lab.lineSays(line, "Found silent after "));
        allAre("live");
        TRANSPORTS.forEach(lab::measures);
    }

    @Test
    void aTransportThatIsBlockedIsRefusedUntilItIsNot() {
        allAre("live");
        TRANSPORTS.forEach(lab::block);
        TRANSPORTS.forEach(line -> lab.lineIs(line, "offline"));
        lab.lineIs(LADDER, "live");
        TRANSPORTS.forEach(lab::block);
        allAre("live");
    }

    @Test
    void theLadderIsGoneDownAndClimbed() {
        allAre("live");
        lab.blockRung("websocket");
        lab.uses("sse");
        lab.blockRung("sse");
        lab.uses("long-poll");
        lab.lineSays(LADDER, "Event stream → Long polling");
        lab.pictures("lab-blocked");
        lab.blockRung("sse");
        lab.uses("sse");
        lab.blockRung("websocket");
        lab.uses("websocket");
        lab.lineSays(LADDER, "Event stream → WebSocket");
    }

    @Test
    void aDrainIsToldInWordsAndEnds() {
        allAre("live");
        lab.drainSays("The server lets everyone in\\.");
        lab.beginDrain();
        lab.drainSays("Draining: 5 of the 5 lines here were sent away.*");
        lab.lineSays("websocket", "the server is draining");
        lab.isFocused("end-drain");
        lab.pictures("lab-drain");
        lab.endDrain();
        lab.drainSays("The drain has ended: 5 of the 5 lines here are live\\.");
        allAre("live");
        lab.isFocused("begin-drain");
    }

    @Test
    void theExamplesOfEventStreamsAreAtHand() {
        lab.showStreams();
        lab.exampleShows("clock", "time:text-matches('^[0-9:]{8}$')");
        lab.exampleShows("ticker", "[data-symbol=HOLD]");
        lab.exampleShows("map", "[data-who='bus 12']");
        lab.exampleShows("text", "textarea:enabled");
        lab.pictures("lab-streams");
        lab.hideStreams();
        lab.isFocused("show-streams");
    }

    @Test
    void othersAreToldWhoseItIs() {
        var member = chromium.person();
        var stranger = chromium.openLab(member, server.uri());
        stranger.isShut("The transport lab is for administrators. Sign in to the chat first, then come back here.");
        var chat = chromium.open(member, server.uri()).signUp("Max Member", PASSWORD);
        chat.identity().offersLab(false);
        stranger.open(server.uri());
        stranger.isShut("The transport lab is for administrators.");
        stranger.pictures("lab-shut");
        assertThat(stranger.errors()).isEmpty();
        member.close();
    }

    @Test
    void itSpeaksChinese() {
        // An account may have ten connections: two pages would use all of them.
        lab.close();
        var person = chromium.person("zh-CN");
        chromium.open(person, server.uri()).signIn(ADMIN, PASSWORD).close();
        var chinese = chromium.openLab(person, server.uri());
        LINES.forEach(line -> chinese.lineIs(line, "live"));
        chinese.post();
        LINES.forEach(chinese::arrivedOver);
        chinese.cut("websocket");
        chinese.lineIs("websocket", "live");
        chinese.pictures("lab-zh");
        assertThat(chinese.errors()).isEmpty();
        person.close();
    }

    private void allAre(String word) {
        LINES.forEach(line -> lab.lineIs(line, word));
    }
}
