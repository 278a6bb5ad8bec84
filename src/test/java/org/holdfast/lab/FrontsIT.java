package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Behind an Apache httpd or an HAProxy, as server-config has them: their minute and our twenty seconds are a tenth here. */
class FrontsIT {
    private static final String PASSWORD = "a long enough secret";
    private static final int SECONDS = 6;
    private static final Duration LONGER_THAN_THAT = Duration.ofSeconds(8);
    private static final String ROOM = "lunch";

    enum Front {
        APACHE(upstream ->
                new Apache(Ports.free(), Path.of("server-config/apache/holdfast.conf"), "/", SECONDS, upstream)),
        APACHE_BELOW_A_PATH(upstream ->
                new Apache(Ports.free(), Path.of("server-config/apache/prefix.conf"), "/chat/", SECONDS, upstream)),
        HAPROXY(upstream -> new HaProxy(Ports.free(), SECONDS, upstream));

        private final IntFunction<FrontServer> opening;

        Front(IntFunction<FrontServer> opening) {
            this.opening = opening;
        }

        FrontServer open() {
            return opening.apply(server.port());
        }
    }

    private static Site server;
    private static Chromium chromium;
    private static ChatPage bob;

    @BeforeAll
    static void start() {
        Apache.require();
        HaProxy.require();
        server = Site.shared("fronts")
                .with("holdfast.heartbeat.interval", "2s")
                .with("holdfast.heartbeat.silence", "10s")
                .with("holdfast.heartbeat.evict", "15s");
        server.start();
        chromium = new Chromium();
        bob = chromium.open(chromium.person(), server.uri()).signUp("Bob", PASSWORD);
        bob.createRoom(ROOM);
        bob.enter(ROOM);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) chromium.close();
        if (server != null) server.close();
    }

    @ParameterizedTest
    @EnumSource
    void peopleTalkOverAWebSocket(Front front) {
        try (var proxy = front.open()) {
            var ann = chromium.open(chromium.person(), proxy.uri()).signUp("Ann " + front, PASSWORD);
            ann.joinRoom(ROOM);
            ann.enter(ROOM);
            ann.line().isOver("WebSocket");
            ann.say("Ann behind " + front);
            bob.sees("Ann behind " + front);
            bob.say("Bob to who is behind " + front);
            ann.sees("Bob to who is behind " + front);
            ann.reload();
            ann.sees("Bob to who is behind " + front);
            assertThat(ann.errors()).isEmpty();
            ann.close();
        }
    }

    /** Nobody says anything, and the line is the same all the time. */
    @Test
    void heartbeatsKeepALineOpenLongerThanTheProxyWaits() {
        try (var lines = new QuietLines()) {
            add(lines, Front.APACHE, Transport.WEBSOCKET);
            add(lines, Front.APACHE, Transport.SSE);
            add(lines, Front.APACHE_BELOW_A_PATH, Transport.SSE);
            add(lines, Front.HAPROXY, Transport.WEBSOCKET);
            add(lines, Front.HAPROXY, Transport.SSE);
            lines.assertStay(LONGER_THAN_THAT);
        }
    }

    private static void add(QuietLines lines, Front front, Transport transport) {
        lines.add("Cid by " + transport + ", " + front, front.open(), transport);
    }

    @ParameterizedTest
    @EnumSource
    void aFileGoesThroughAndComesBack(Front front) {
        try (var proxy = front.open()) {
            var dora = Person.signUp(proxy.uri(), "Dora behind " + front);
            var shelf = new Shelf(dora, dora.createRoom("Dora's behind " + front));
            var film = new byte[5_000_000];
            Arrays.fill(film, (byte) 7);
            assertThat(shelf.download(shelf.posted("film.bin", film)).body()).isEqualTo(film);
        }
    }
}
