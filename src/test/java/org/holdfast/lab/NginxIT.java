package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ann is behind an nginx, Bob is not. Whatever it does to their line, they talk. */
class NginxIT {
    private static final System.Logger LOG = System.getLogger(NginxIT.class.getName());
    private static final String PASSWORD = "a long enough secret";
    private static final String ROOM = "lunch";
    private static final int LONG_TEXTS = 30;
    private static final Path CONFIGURATIONS = Path.of("src/test/resources/nginx");
    private static final int SECURE_PORT = Ports.free();
    /** With nginx's minute and our twenty seconds, as they are: {@code -Dnginx.full=true}, four minutes. */
    private static final boolean FULL = Boolean.getBoolean("nginx.full");
    /** Else of both a tenth: their ratio is what counts. Empty: nginx's default. */
    private static final String READ_TIMEOUT = FULL ? "" : "6s";

    private static final Duration LONGER_THAN_THAT = Duration.ofSeconds(FULL ? 80 : 8);

    /** What stands in front, and what carries the chat then. */
    enum Front {
        RECOMMENDED(Path.of("server-config/nginx/holdfast.conf"), "WebSocket"),
        PLAIN(CONFIGURATIONS.resolve("plain.conf"), "Event stream"),
        FORBIDDEN(CONFIGURATIONS.resolve("forbidden.conf"), "Event stream"),
        BUFFERING(CONFIGURATIONS.resolve("buffering.conf"), "Long polling"),
        HTTP2(CONFIGURATIONS.resolve("http2.conf"), "WebSocket");

        private final Path configuration;
        private final String transport;

        Front(Path configuration, String transport) {
            this.configuration = configuration;
            this.transport = transport;
        }

        Nginx open() {
            var port = this == HTTP2 ? SECURE_PORT : Ports.free();
            return new Nginx(port, configuration, READ_TIMEOUT, server.port());
        }
    }

    private static Site server;
    private static Chromium chromium;
    private static ChatPage bob;

    @BeforeAll
    static void start() {
        Nginx.require();
        LOG.log(Level.INFO, "nginx's patience: " + (FULL ? "its default, a minute" : READ_TIMEOUT));
        server = Site.shared("nginx").with("holdfast.origins", "https://127.0.0.1:" + SECURE_PORT);
        if (!FULL)
            server.with("holdfast.heartbeat.interval", "2s")
                    .with("holdfast.heartbeat.silence", "10s")
                    .with("holdfast.heartbeat.evict", "15s");
        server.start();
        chromium = new Chromium();
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", PASSWORD);
        bob.createRoom(ROOM);
        bob.enter(ROOM);
        // More than a proxy's buffers hold: what overflows them comes through, whatever they keep.
        for (int n = 0; n < LONG_TEXTS; n++) bob.say(n + " " + "·".repeat(3_000));
        say(bob, bob, "that was long");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        if (server != null) server.close();
    }

    /** There is an Ann behind each; one silence is enough for all of them. */
    @Test
    void whateverStandsInFrontTheyTalk() {
        var fronts = new ArrayList<Nginx>();
        var anns = new EnumMap<Front, ChatPage>(Front.class);
        try {
            for (var front : Front.values()) {
                fronts.add(front.open());
                anns.put(front, comes(front, fronts.get(fronts.size() - 1)));
            }
            QuietLines.pass(LONGER_THAN_THAT);
            anns.forEach(NginxIT::goesOn);
        } finally {
            anns.values().forEach(ChatPage::close);
            fronts.forEach(Nginx::close);
        }
    }

    private static ChatPage comes(Front front, Nginx nginx) {
        var ann = chromium.open(chromium.trusting(), nginx.uri()).signUp("Ann " + front, PASSWORD);
        ann.joinRoom(ROOM);
        ann.enter(ROOM);
        ann.line().isOver(front.transport);
        theyTalk(ann, front + ", at first");
        return ann;
    }

    private static void goesOn(Front front, ChatPage ann) {
        ann.statusIs("live");
        ann.line().isOver(front.transport);
        theyTalk(ann, front + ", after a silence longer than nginx's patience");
        assertThat(ann.texts()).as("behind %s", front).doesNotHaveDuplicates();
        assertThat(ann.errors()).as("behind %s", front).isEmpty();
    }

    /** Nobody says anything, and the line is the same all the time. */
    @Test
    void heartbeatsKeepALineOpenLongerThanNginxWaits() {
        try (var lines = new QuietLines()) {
            add(lines, Front.RECOMMENDED, Transport.WEBSOCKET);
            add(lines, Front.RECOMMENDED, Transport.SSE);
            add(lines, Front.PLAIN, Transport.SSE);
            lines.assertStay(LONGER_THAN_THAT);
        }
    }

    private static void add(QuietLines lines, Front front, Transport transport) {
        lines.add("Cid by " + transport + ", " + front, front.open(), transport);
    }

    @Test
    void aFileGoesThroughAndComesBack() {
        try (var nginx = Front.RECOMMENDED.open()) {
            var dora = Person.signUp(nginx.uri(), "Dora");
            var shelf = new Shelf(dora, dora.createRoom("Dora's"));
            var film = new byte[5_000_000];
            Arrays.fill(film, (byte) 7);
            assertThat(shelf.download(shelf.posted("film.bin", film)).body()).isEqualTo(film);
        }
    }

    private static void theyTalk(ChatPage ann, String about) {
        say(ann, bob, "Ann: " + about);
        say(bob, ann, "Bob: " + about);
    }

    private static void say(ChatPage speaker, ChatPage listener, String text) {
        speaker.say(text);
        speaker.seesSent(text);
        listener.seesSent(text);
    }
}
