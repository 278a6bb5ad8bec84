package org.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.room.RoomServer;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 4: {@code post}. */
class MessagesTest {
    private static final String ID = "message-1";

    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private long room;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        room = done(server.create(anna, "Lobby", ""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMessageIsAnEventOfItsRoom() {
        Event event = done(server.messages.post(anna, room, ID, "hello"));
        assertThat(server.log.store.after(room, 2, 10)).containsExactly(event);
        assertThat(event.body()).isEqualTo("{\"text\":\"hello\"}");
        assertThat(event.clientMessageId()).isEqualTo(ID);
    }

    /** A text that the database gave back changed would be a conflict with itself. */
    @Test
    void anyTextSentAgainAfterARestartIsTheFirstMessage() {
        StringBuilder text = new StringBuilder("\ud83d\ude00 \udc00\ud800 e\u0301 ' \" \\ % {} ");
        for (char c = 1; c < 0xff; c++) text.append(c);
        Event first = done(server.messages.post(anna, room, ID, text.toString()));
        server.close();
        server = new RoomServer(folder);
        assertThat(done(server.messages.post(anna, room, ID, text.toString()))).isEqualTo(first);
    }

    @Test
    void whatWasAcknowledgedStaysSoAfterTheSenderLeft() {
        Event first = done(server.messages.post(anna, room, ID, "hello"));
        done(server.rooms.leave(anna, room));
        assertThat(done(server.messages.post(anna, room, ID, "hello"))).isEqualTo(first);
        assertThatThrownBy(() -> done(server.messages.post(anna, room, ID, "another")))
                .hasCauseInstanceOf(Refusal.class);
    }

    @Test
    void whoLeftBeforeTheCommitGetsNoMessageIn() {
        var left = server.rooms.leave(anna, room);
        var post = server.messages.post(anna, room, ID, "hello");
        done(left);
        assertThatThrownBy(() -> done(post))
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.NOT_FOUND));
        Account ben = server.account("ben");
        assertThatThrownBy(() -> done(server.messages.post(ben, room, ID, "hello")))
                .hasCauseInstanceOf(Refusal.class);
    }

    @Test
    void textsThatAreNoMessagesAreRefused() {
        for (String text : new String[] {"", " \n\t", "a\0b", "x".repeat(8_001)})
            refused(() -> server.messages.post(anna, room, ID, text));
        assertThat(done(server.messages.post(anna, room, ID, "x".repeat(8_000))).sequence())
                .isEqualTo(3);
    }

    @Test
    void clientMessageIdsHave8To64OfTheirLetters() {
        for (String id : new String[] {"", "1234567", "x".repeat(65), "12345678\n", "1234 5678", "\u00e412345678"})
            refused(() -> server.messages.post(anna, room, id, "hello"));
        done(server.messages.post(anna, room, "x".repeat(64), "hello"));
        done(server.messages.post(anna, room, "aZ09_-aZ", "hello"));
    }

    private static void refused(ThrowingCallable post) {
        assertThatThrownBy(post)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BAD_FIELD));
    }
}
