package org.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.file.Attachments;
import org.holdfast.log.Event;
import org.holdfast.room.RoomServer;
import org.holdfast.wire.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.10. */
class FollowedThreadsTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private Account ben;
    private Account cleo;
    private long room;
    private long question;
    private int sent;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        ben = server.account("ben");
        cleo = server.account("cleo");
        room = done(server.create(anna, "Lobby", ""));
        for (Account each : List.of(ben, cleo)) done(server.rooms.join(each, room));
        question = say(anna, "Where is the key?", 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private long say(Account by, String text, long to) {
        return done(server.messages.post(
                        by, room, "message-%d".formatted(++sent), text, Attachments.of(List.of()), Reply.to(to)))
                .sequence();
    }

    private List<Event> mark(Account who, Boolean following, long read) {
        return done(server.threads.mark(who, room, question, following, read));
    }

    /** How many replies wait in each thread. */
    private List<Long> waiting(Account who) {
        return server.threads.waiting(who).stream()
                .map(FollowedThreads.Waiting::replies)
                .toList();
    }

    @Test
    void whoeverBeganOrWroteInAThreadFollowsItAndNobodyElse() {
        say(ben, "At the desk.", question);
        assertThat(waiting(anna)).containsExactly(1L);
        assertThat(waiting(ben)).as("his own").isEmpty();
        assertThat(waiting(cleo)).isEmpty();
        say(cleo, "No, in the door.", question);
        assertThat(waiting(anna)).containsExactly(2L);
        assertThat(waiting(ben)).containsExactly(1L);
        assertThat(waiting(cleo)).as("what came before she wrote is read").isEmpty();
        assertThat(server.threads.waiting(anna)).singleElement().satisfies(thread -> {
            assertThat(thread.author()).isEqualTo("anna");
            assertThat(thread.text()).isEqualTo("Where is the key?");
        });
    }

    @Test
    void whatWasReadDoesNotWaitAndTheMarkGoesOnlyForwards() {
        long first = say(ben, "At the desk.", question);
        long second = say(ben, "Or not.", question);
        assertThat(mark(anna, null, first)).singleElement().satisfies(event -> {
            assertThat(event.log()).isEqualTo(anna.log());
            assertThat(event.body())
                    .isEqualTo("{\"room\":%d,\"thread\":%d,\"following\":true,\"read\":%d}"
                            .formatted(room, question, first));
        });
        assertThat(waiting(anna)).containsExactly(1L);
        mark(anna, null, second);
        assertThat(mark(anna, null, first)).isEmpty();
        assertThat(waiting(anna)).isEmpty();
        mark(anna, null, Long.MAX_VALUE);
        say(ben, "Found it.", question);
        assertThat(waiting(anna)).as("nobody has read what is still to come").containsExactly(1L);
    }

    @Test
    void whoUnfollowsIsNotBotheredUntilTheyWriteThereAgain() {
        say(ben, "At the desk.", question);
        mark(anna, false, 0);
        assertThat(waiting(anna)).isEmpty();
        say(ben, "Or not.", question);
        assertThat(waiting(anna)).isEmpty();
        say(anna, "Well?", question);
        say(ben, "Found it.", question);
        assertThat(waiting(anna)).containsExactly(1L);
    }

    @Test
    void whoBeginsToFollowHasNothingToCatchUpWith() {
        say(ben, "At the desk.", question);
        assertThat(server.threads.of(cleo, room, question).isFollowing()).isFalse();
        mark(cleo, true, 0);
        assertThat(waiting(cleo)).isEmpty();
        say(ben, "Or not.", question);
        assertThat(waiting(cleo)).containsExactly(1L);
    }

    @Test
    void aDeletedReplyDoesNotWaitNorOneInARoomThatWasLeft() {
        say(cleo, "Me, too.", question);
        long reply = say(ben, "At the desk.", question);
        assertThat(waiting(anna)).containsExactly(2L);
        done(server.messages.delete(new Target(ben, room, reply, "delete-the-reply")));
        assertThat(waiting(anna)).containsExactly(1L);
        say(ben, "Or not.", question);
        assertThat(waiting(cleo)).containsExactly(1L);
        done(server.rooms.leave(cleo, room));
        assertThat(waiting(cleo)).isEmpty();
        refused(Code.NOT_FOUND, () -> server.threads.mark(cleo, room, question, true, 0));
    }

    @Test
    void aThreadWhoseFirstMessageIsDeletedIsReadAndLeftLikeAnother() {
        long reply = say(ben, "At the desk.", question);
        done(server.messages.delete(new Target(anna, room, question, "delete-the-question")));
        assertThat(server.threads.waiting(anna))
                .singleElement()
                .satisfies(thread -> assertThat(thread.text()).isEmpty());
        mark(anna, null, reply);
        assertThat(waiting(anna)).isEmpty();
        assertThat(mark(anna, false, 0)).hasSize(1);
    }

    @Test
    void thereIsNoThreadWhereAMessageIsDeletedThatNobodyAnswered() {
        done(server.messages.delete(new Target(anna, room, question, "delete-the-question")));
        refused(Code.NOT_FOUND, () -> server.threads.mark(anna, room, question, true, 0));
        refused(Code.NOT_FOUND, () -> server.threads.mark(anna, room, question + 99, true, 0));
    }

    @Test
    void whoLooksAtAThreadWithoutFollowingItChangesNothing() {
        assertThat(mark(anna, null, question)).as("nobody answered yet").isEmpty();
        long reply = say(ben, "At the desk.", question);
        assertThat(waiting(anna)).as("she began it").containsExactly(1L);
        assertThat(mark(cleo, null, reply)).isEmpty();
        assertThat(server.threads.of(cleo, room, question)).isEqualTo(ThreadFollow.NONE);
    }

    @Test
    void whoDoesNotWantToFollowMaySayThatBeforeAnybodyAnswers() {
        assertThat(mark(anna, false, 0)).hasSize(1);
        assertThat(mark(anna, false, 0)).as("the same again").isEmpty();
        say(ben, "At the desk.", question);
        assertThat(waiting(anna)).isEmpty();
    }
}
