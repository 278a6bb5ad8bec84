package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.holdfast.account.Account;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever waits for the writer holds no connection to the database, and the writer holds one: no pool is too small for many. */
class SmallPoolTest {
    @TempDir
    Path folder;

    @Test
    void manyMakeAndJoinRoomsAtOnce() {
        try (RoomServer server = new RoomServer(folder, 2);
                Handle taken = server.log.jdbi.open()) {
            assertThat(taken.isClosed()).as("one connection is left").isFalse();
            long lobby = done(server.create(server.account("host"), "lobby", ""));
            List<CompletableFuture<Long>> all = IntStream.range(0, 12)
                    .mapToObj(n -> server.account("person-" + n))
                    .map(person ->
                            CompletableFuture.supplyAsync(() -> live(server, person, lobby), SmallPoolTest::start))
                    .toList();
            assertThat(all).extracting(SmallPoolTest::room).doesNotHaveDuplicates();
        }
    }

    /** As a request does: what is known of the account is read by it and by the writer, whoever is first. */
    private static long live(RoomServer server, Account person, long lobby) {
        if (person.id() % 2 == 0) server.memberships.isMember(lobby, person.id());
        long room = done(server.create(person, "room of " + person.name(), ""));
        done(server.rooms.join(person, lobby));
        done(server.messages.post(person, lobby, "message-of-" + person.id(), "hello"));
        return server.rooms.one(person, room).log();
    }

    private static long room(CompletableFuture<Long> result) {
        return result.join();
    }

    /** The writer must not wait for it: it may be waiting for the connection that the writer holds. */
    @Test
    void aMemberIsLookedUpWhileItsRoomsAreBeingRead() throws Exception {
        try (RoomServer server = new RoomServer(folder, 2);
                Handle taken = server.log.jdbi.open()) {
            assertThat(taken.isClosed()).as("one connection is left").isFalse();
            Account anna = server.account("anna");
            long room = done(server.create(anna, "lobby", ""));
            Account ben = server.account("ben");
            Thread reader = new Thread(() -> server.memberships.isMember(room, ben.id()));
            server.log.jdbi.useTransaction(transaction -> {
                reader.start();
                while (reader.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
                assertThat(server.memberships.roomsOf(transaction, ben.id())).doesNotContainKey(room);
                assertThat(reader.isAlive())
                        .as("it waits for our connection yet")
                        .isTrue();
            });
            reader.join();
        }
    }

    private static void start(Runnable task) {
        new Thread(task).start();
    }
}
