package org.holdfast.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.delivery.Start;
import org.holdfast.log.LogServer;
import org.holdfast.log.RoomLog;
import org.holdfast.wire.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 3.5: when a poll is welcomed. */
class HelloDataTest {
    @TempDir
    Path folder;

    @Test
    void aPollGoesOnOnlyWithAllThatItsAccountsLogSays() {
        try (LogServer server = new LogServer(folder, 64)) {
            RoomLog own = server.open(server.newLog(10));
            RoomLog room = server.open(server.newLog(10));
            assertThat(goesOn(own, 10, room, 10)).isTrue();
            assertThat(goesOn(own, 10, room, 7)).isTrue();
            assertThat(goesOn(own, 9, room, 10))
                    .as("a room may have been left, and joined again")
                    .isFalse();
            assertThat(goesOn(own, 10, room, 11)).as("ahead").isFalse();
            assertThat(hello(own, 10, room, 10).goesOnWith(starts(hello(own, 10, room, 10), own)))
                    .as("a room was left")
                    .isFalse();
        }
    }

    private static boolean goesOn(RoomLog own, long inOwn, RoomLog room, long inRoom) {
        HelloData hello = hello(own, inOwn, room, inRoom);
        return hello.goesOnWith(starts(hello, own, room));
    }

    private static HelloData hello(RoomLog own, long inOwn, RoomLog room, long inRoom) {
        Map<String, String> query =
                Map.of("session", "session", "cursor", point(own, inOwn) + "_" + point(room, inRoom));
        return HelloData.of(new Query(query::get));
    }

    private static String point(RoomLog log, long sequence) {
        return log.id() + "." + sequence + "." + log.epoch();
    }

    private static List<Start> starts(HelloData hello, RoomLog... logs) {
        return Stream.of(logs)
                .map(log -> Start.of(log, hello.positions().get(log.id()), 5))
                .toList();
    }
}
