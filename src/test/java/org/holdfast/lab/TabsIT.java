package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tabs as a person has them: one is shown, others are hidden, some are closed or crash. A page whose line died in silence would wait for the
 * ten minutes that silence may last here, if nothing else told it.
 */
class TabsIT {
    private static final System.Logger LOG = System.getLogger(TabsIT.class.getName());

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

    /** How many connections it had of its own, each word for its status, and when each message came. */
    private static final String NOTES = """
            Object.assign(window, { sockets: 0, words: [], arrivals: [] });
            window.WebSocket = class extends WebSocket {
              constructor(...how) {
                super(...how);
                window.sockets++;
              }
            };
            document.addEventListener('DOMContentLoaded', () => {
              const note = () => {
                const word = document.querySelector('[data-test=status]')?.dataset.word;
                if (word && word !== words.at(-1)) words.push(word);
                const count = document.querySelectorAll('[data-test=message][data-sequence]').length;
                while (arrivals.length < count) arrivals.push(performance.now());
              };
              new MutationObserver(note).observe(document.body, { subtree: true, childList: true, attributes: true });
            });
            """;

    private static final String LONGEST_PAUSE =
            "Math.round(Math.max(...arrivals.slice(10).map((at, n) => at - (n > 0 ? arrivals[9 + n] : gone))))";

    /** How a tab goes. */
    enum Departure {
        IS_CLOSED(Tab::close),
        GOES_ELSEWHERE(tab -> tab.go(URI.create("about:blank"))),
        CRASHES(Tab::crash);

        private final Consumer<Tab> how;

        Departure(Consumer<Tab> how) {
            this.how = how;
        }
    }

    private static Site server;
    private static TabbedChromium chromium;
    private static Person ann;
    private static Person bob;

    private final List<ChatTab> tabs = new ArrayList<>();
    private TcpProxy line;
    private ChatTab tab;
    private Tab other;
    private long room;

    @BeforeAll
    static void start() {
        server = Site.shared("tabs")
                .with("holdfast.heartbeat.interval", "1s")
                .with("holdfast.heartbeat.silence", "10m")
                .with("holdfast.heartbeat.evict", "11m")
                .start();
        ann = Person.signUp(server.uri(), "ann");
        bob = Person.signUp(server.uri(), "bob");
        chromium = new TabbedChromium("tabs-chromium");
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
        tabs.forEach(ChatTab::close);
        other.close();
        line.close();
    }

    @ParameterizedTest
    @CsvSource({"visibilitychange", "focus"})
    void aTabThatIsShownLooksAtItsLine(String sign) {
        open(sign);
        other.show();
        tab.tab().awaits("document.visibilityState === 'hidden'");
        dieInSilence();
        tab.tab().show();
        tab.statusIs("offline");
        comeBack(sign);
    }

    @Test
    void aTabLooksAtItsLineWhenTheDeviceIsOnlineAgain() {
        open("online");
        tab.tab().saysOnline(false);
        tab.tab().awaits("told.at(-1) === 'offline' && answered === sent");
        dieInSilence();
        tab.tab().saysOnline(true);
        tab.statusIs("offline");
        comeBack("online");
    }

    @Test
    void aPageOutOfTheCacheHasANewLine() {
        open("pageshow");
        tab.tab().run("window.isTheSame = true");
        dieInSilence();
        tab.tab().go(URI.create("about:blank"));
        tab.tab().awaits("location.protocol === 'about:'");
        line.pass();
        bob.say(room, "while the page was in the cache");
        tab.tab().run("void setTimeout(() => history.back())");
        tab.tab().awaits("window.isTheSame === true");
        comeBack("pageshow persisted");
        assertThat(tab.texts()).containsExactly("while the page was in the cache", "are you back?");
    }

    @ParameterizedTest
    @CsvSource({
        "IS_CLOSED, true", "GOES_ELSEWHERE, true", "CRASHES, true",
        "IS_CLOSED, false", "GOES_ELSEWHERE, false", "CRASHES, false"
    })
    void nobodyMissesTheTabThatHadTheConnection(Departure departure, boolean hasLocks) {
        var address = hasLocks ? line.uri() : Chromium.byName(line.uri());
        chromium.signIn(ann, address);
        for (int opened = 0; opened < 3; opened++) open(address, NOTES);
        var rest = List.copyOf(tabs.subList(1, 3));
        say(1, 10, rest);
        assertThat(sockets(tabs.subList(0, 1))).as("premise").isEqualTo(1);
        assertThat(sockets(rest)).as("premise").isZero();
        rest.forEach(each -> each.tab().run("words.length = 0, gone = performance.now()"));
        departure.how.accept(tabs.get(0).tab());
        say(11, 40, rest);
        for (var each : rest) {
            assertThat(each.texts()).isEqualTo(texts(1, 40));
            assertThat(each.tab().run("words.every((word) => word === 'live')")).isEqualTo(JsonValue.TRUE);
        }
        var shown = rest.get(1);
        assertThat(sockets(List.of(shown))).as("it took over").isEqualTo(1);
        LOG.log(Level.INFO, "A tab {0}, Web Locks {1}: {2} ms", departure, hasLocks, shown.number(LONGEST_PAUSE));
    }

    private void say(int from, int to, List<ChatTab> listeners) {
        texts(from, to).forEach(text -> bob.say(room, text));
        listeners.forEach(each -> each.sees(String.valueOf(to)));
    }

    private static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
    }

    private static int sockets(List<ChatTab> tabs) {
        return tabs.stream().mapToInt(each -> each.number("sockets")).sum();
    }

    private void open(String sign) {
        tab = open(line.uri(), ONLY.formatted(sign));
    }

    private ChatTab open(URI address, String notes) {
        var opened = ChatTab.open(chromium, address, room, notes);
        tabs.add(opened);
        return opened;
    }

    /** Its pings tell that it has heard nothing for a heartbeat: only such a line is looked at. */
    private void dieInSilence() {
        line.silence();
        tab.tab().awaits("sent >= 3 + " + tab.number("sent"));
        tab.statusIs("live");
    }

    private void comeBack(String sign) {
        line.pass();
        tab.statusIs("live");
        tab.tab().awaits("told.at(-1) === '" + sign + "'");
        bob.say(room, "are you back?");
        tab.sees("are you back?");
    }
}
