package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A page whose line died in silence finds out when somebody comes back to it, by each sign of that alone; left to itself it would wait for the
 * ten minutes that silence may last here.
 */
class WakeUpIT {
    private static final String HIDDEN = "document.visibilityState === 'hidden'";

    /** Only one of the signs comes through to the page, and what it sends is counted, and how much of that was answered. */
    private static final String ONLY = """
            window.told = [];
            addEventListener('offline', () => told.push('offline'));
            for (const type of ['focus', 'online', 'pageshow', 'visibilitychange'])
              addEventListener(type, (event) => {
                if (type === '%s') told.push(event.persisted ? `${type} persisted` : type);
                else event.stopImmediatePropagation();
              }, true);
            window.sent = window.answered = 0;
            const { send } = WebSocket.prototype;
            WebSocket.prototype.send = function (data) {
              window.sent++;
              this.addEventListener('message', () => window.answered++, { once: true });
              return send.call(this, data);
            };
            """;

    private static PayaraMicro server;
    private static TabbedChromium chromium;
    private static Person ann;
    private static Person bob;

    private TcpProxy line;
    private Tab tab;
    private Tab other;
    private long room;

    @BeforeAll
    static void start() {
        server = new PayaraMicro("wake-up")
                .with("holdfast.heartbeat.interval", "1s")
                .with("holdfast.heartbeat.silence", "10m")
                .with("holdfast.heartbeat.evict", "11m")
                .start();
        ann = Person.signUp(server.uri(), "ann");
        bob = Person.signUp(server.uri(), "bob");
        chromium = new TabbedChromium("wake-up-chromium");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void meet() {
        line = new TcpProxy(server.port());
        chromium.signIn(ann, line.uri());
        room = bob.createRoom("room " + line.port());
        ann.join(room);
        other = chromium.tab();
    }

    @AfterEach
    void part() {
        tab.close();
        other.close();
        line.close();
    }

    @ParameterizedTest
    @CsvSource({"visibilitychange", "focus"})
    void aTabThatIsShownLooksAtItsLine(String sign) {
        tab = open(sign);
        other.show();
        tab.awaits(HIDDEN);
        dieInSilence();
        tab.show();
        tab.awaits(status("offline"));
        comeBack(sign);
    }

    @Test
    void aTabLooksAtItsLineWhenTheDeviceIsOnlineAgain() {
        tab = open("online");
        tab.saysOnline(false);
        tab.awaits("told.at(-1) === 'offline' && answered === sent");
        dieInSilence();
        tab.saysOnline(true);
        tab.awaits(status("offline"));
        comeBack("online");
    }

    @Test
    void aPageOutOfTheCacheHasANewLine() {
        tab = open("pageshow");
        tab.run("window.isTheSame = true");
        dieInSilence();
        tab.go(URI.create("about:blank"));
        tab.awaits("location.protocol === 'about:'");
        line.pass();
        bob.say(room, "while the page was in the cache");
        tab.run("history.back()");
        tab.awaits("window.isTheSame === true");
        comeBack("pageshow persisted");
        tab.awaits(shows("while the page was in the cache"));
    }

    private Tab open(String sign) {
        var opened = chromium.tab().runFirst(ONLY.formatted(sign)).go(room(line.uri()));
        opened.awaits(status("live"));
        return opened;
    }

    private URI room(URI at) {
        return at.resolve("#room-" + room);
    }

    /** Its pings tell that it has heard nothing for a heartbeat: only such a line is looked at. */
    private void dieInSilence() {
        line.silence();
        var sent = tab.run("window.sent");
        tab.awaits("window.sent >= 3 + " + sent);
        assertThat(tab.run(status("live"))).as("premise").isEqualTo(JsonValue.TRUE);
    }

    private void comeBack(String sign) {
        line.pass();
        tab.awaits(status("live"));
        tab.awaits("told.at(-1) === '" + sign + "'");
        bob.say(room, "are you back?");
        tab.awaits(shows("are you back?"));
    }

    private static String status(String word) {
        return "document.querySelector('[data-test=status]')?.dataset.word === '" + word + "'";
    }

    private static String shows(String text) {
        return "[...document.querySelectorAll('[data-test=message-text]')].filter((each) => each.textContent.trim() === '"
                + text + "').length === 1";
    }
}
