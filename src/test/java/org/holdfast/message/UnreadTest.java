package org.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.room.RoomServer;
import org.holdfast.wire.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.5. */
class UnreadTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private Account ben;
    private long room;
    private int sent;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        ben = server.account("ben");
        room = done(server.create(anna, "Lobby", ""));
        done(server.rooms.join(ben, room));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CompletionStage<Event> send(Account by, String text) {
        return server.messages.post(by, room, "message-%d".formatted(++sent), text);
    }

    private Event post(Account by) {
        return done(send(by, "hello"));
    }

    private Target target(Account by, Event message) {
        return new Target(by, room, message.sequence(), "amendment-%d".formatted(++sent));
    }

    private long unread(Account who) {
        return server.unread.of(who).stream()
                .filter(count -> count.room() == room)
                .mapToLong(UnreadCount::messages)
                .sum();
    }

    @Test
    void itIsTheMessagesOfOthersAfterTheMark() {
        Event first = post(anna);
        post(ben);
        Event last = post(anna);
        assertThat(unread(ben)).isEqualTo(2);
        assertThat(unread(anna)).isEqualTo(1);
        done(server.rooms.read(ben, room, first.sequence()));
        assertThat(unread(ben)).isEqualTo(1);
        done(server.rooms.read(ben, room, last.sequence()));
        assertThat(server.unread.of(ben)).isEmpty();
    }

    @Test
    void whatIsNoMessageIsNeverUnread() {
        Event message = post(anna);
        done(server.rooms.read(ben, room, message.sequence()));
        done(server.messages.react(target(anna, message), "\ud83d\udc4d", true));
        done(server.messages.edit(target(anna, message), "hello all"));
        done(server.messages.pin(target(anna, message), true));
        done(server.rooms.join(server.account("cleo"), room));
        assertThat(server.unread.of(ben)).singleElement().satisfies(count -> {
            assertThat(count.head()).as("premise: something came").isGreaterThan(message.sequence() + 3);
            assertThat(count.messages()).isZero();
        });
    }

    @Test
    void aMessageThatWasSentAgainCountsOnce() {
        for (int again = 0; again < 3; again++) done(server.messages.post(anna, room, "the-same-id", "hello"));
        assertThat(unread(ben)).isEqualTo(1);
    }

    @Test
    void aDeletedMessageDoesNotWaitAnyMore() {
        Event message = post(anna);
        post(anna);
        done(server.messages.delete(target(anna, message)));
        assertThat(unread(ben)).isEqualTo(1);
    }

    @Test
    void whoJoinsHasNothingToCatchUpWith() {
        post(anna);
        Account cleo = server.account("cleo");
        done(server.rooms.join(cleo, room));
        assertThat(server.unread.of(cleo)).isEmpty();
        done(server.rooms.leave(cleo, room));
        post(anna);
        done(server.rooms.join(cleo, room));
        assertThat(unread(cleo)).isZero();
        post(anna);
        assertThat(unread(cleo)).isEqualTo(1);
    }

    @Test
    void theMarkGoesBackWhenThatIsWanted() {
        Event message = post(anna);
        post(anna);
        done(server.rooms.read(ben, room, message.sequence() + 1));
        assertThat(done(server.rooms.read(ben, room, message.sequence()))).isEmpty();
        List<Event> moved = done(server.rooms.readBack(ben, room, message.sequence() - 1));
        assertThat(moved.get(0).body()).endsWith("\"sequence\":%d,\"back\":true}".formatted(message.sequence() - 1));
        assertThat(unread(ben)).isEqualTo(2);
        assertThat(done(server.rooms.readBack(ben, room, message.sequence()))).isEmpty();
        RoomServer.refused(Code.BAD_FIELD, () -> server.rooms.readBack(ben, room, 1_000));
    }

    /** Whatever comes between: each message is after the mark, or before it. */
    @Test
    void marksThatMoveWhileOthersPostLoseNothing() {
        List<CompletionStage<Event>> posts = new ArrayList<>();
        List<CompletionStage<?>> marks = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            posts.add(send(anna, "text " + n));
            if (n % 5 == 0)
                marks.add(server.rooms.read(ben, room, done(posts.get(n)).sequence()));
        }
        marks.forEach(RoomServer::done);
        List<Long> sequences = posts.stream().map(post -> done(post).sequence()).toList();
        UnreadCount count = server.unread.of(ben).get(0);
        long after =
                sequences.stream().filter(sequence -> sequence > count.read()).count();
        assertThat(count.read()).isEqualTo(sequences.get(195));
        assertThat(count.messages()).isEqualTo(after).isEqualTo(4);
    }
}
