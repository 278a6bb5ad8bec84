package org.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.account.Account;
import org.holdfast.file.Attachments;
import org.holdfast.log.Event;
import org.holdfast.room.RoomServer;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.4: messages that answer others. */
class ThreadsTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Reading reading;
    private Changes changes;
    private Account anna;
    private long room;
    private long question;
    private int ids;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        reading = new Reading(server.log.jdbi, server.log.store, server.access);
        changes = new Changes(server.log.jdbi, server.access);
        anna = server.account("anna");
        room = done(server.create(anna, "Lobby", ""));
        question =
                done(server.messages.post(anna, room, "the-question", "Where?")).sequence();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Event reply(String id, String text, long to) {
        return done(server.messages.post(anna, room, id, text, Attachments.of(List.of()), Reply.to(to)));
    }

    private Event reply(long to) {
        return reply("message-" + ids++, "here " + ids, to);
    }

    private List<Long> thread(long message, long before, int limit) {
        return reading.thread(anna, room, message, before, limit).stream()
                .map(Event::sequence)
                .toList();
    }

    private Change.Replies replies() {
        var events = List.of(reading.one(anna, room, question));
        return changes.of(anna, room, events).changes().get(0).replies();
    }

    @Test
    void aReplyNamesWhatItAnswersAndWhereItsThreadBegan() {
        var first = reply(question);
        assertThat(first.body())
                .isEqualTo("{\"text\":\"here 1\",\"reply\":" + question + ",\"thread\":" + question + "}");
        var second = reply(first.sequence());
        assertThat(second.body()).endsWith(",\"reply\":" + first.sequence() + ",\"thread\":" + question + "}");
        assertThat(thread(question, 0, 50)).containsExactly(first.sequence(), second.sequence());
        assertThat(thread(first.sequence(), 0, 50)).isEmpty();
        assertThat(replies()).isEqualTo(new Change.Replies(2, replies().last()));
        assertThat(replies().last()).isPositive();
    }

    @Test
    void aThreadIsReadInPagesFromItsEnd() {
        var all = List.of(reply(question), reply(question), reply(question)).stream()
                .map(Event::sequence)
                .toList();
        assertThat(thread(question, 0, 2)).isEqualTo(all.subList(1, 3));
        assertThat(thread(question, all.get(1), 2)).isEqualTo(all.subList(0, 1));
        assertRefused(Code.BAD_FIELD, () -> thread(question, 0, 201));
        assertRefused(Code.NOT_FOUND, () -> thread(9_999, 0, 50));
    }

    private static void assertRefused(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void aReplySentAgainIsTheFirstWhateverBecameOfWhatItAnswers() {
        var first = reply("the-answer", "here", question);
        refused(
                Code.CONFLICT,
                () -> server.messages.post(
                        anna, room, "the-question", "Where?", Attachments.of(List.of()), Reply.to(first.sequence())));
        done(server.messages.delete(new Target(anna, room, question, "delete-it-1")));
        assertThat(reply("the-answer", "here", question)).isEqualTo(first);
        assertThat(thread(question, 0, 50)).containsExactly(first.sequence());
        refused(Code.CONFLICT, () -> server.messages.post(anna, room, "the-answer", "here"));
    }

    @Test
    void nothingIsAnsweredThatIsNotThere() {
        long other = done(server.create(anna, "Kitchen", ""));
        var away =
                done(server.messages.post(anna, other, "elsewhere-1", "Here?")).sequence();
        refused(Code.NOT_FOUND, () -> answer(away + 50));
        refused(Code.NOT_FOUND, () -> answer(1)); // it is how the room began
        done(server.messages.delete(new Target(anna, room, question, "delete-it-2")));
        refused(Code.NOT_FOUND, () -> answer(question));
        assertThat(thread(question, 0, 50)).isEmpty();
        refused(Code.BAD_FIELD, () -> answer(-1));
    }

    private CompletionStage<?> answer(long to) {
        return server.messages.post(anna, room, "an-answer-1", "here", Attachments.of(List.of()), Reply.to(to));
    }

    @Test
    void aDeletedReplyIsNoneAnyMore() {
        var first = reply(question);
        var second = reply(question);
        done(server.messages.delete(new Target(anna, room, first.sequence(), "delete-it-3")));
        assertThat(thread(question, 0, 50)).containsExactly(second.sequence());
        assertThat(replies().count()).isEqualTo(1);
    }
}
