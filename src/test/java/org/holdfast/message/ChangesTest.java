package org.holdfast.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.room.RoomKind;
import org.holdfast.room.RoomRole;
import org.holdfast.room.RoomServer;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 4: {@code edit}, {@code delete}, {@code react}, {@code pin}. */
class ChangesTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Changes changes;
    private Account anna;
    private Account ben;
    private long room;
    private long message;
    private int ids;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        changes = new Changes(server.log.jdbi, server.access);
        anna = server.account("anna");
        ben = server.account("ben");
        room = done(server.rooms.create(anna, "Cellar", "", RoomKind.PRIVATE));
        done(server.people.add(anna, ben.id(), room));
        message = done(server.messages.post(ben, room, "message-1", "helo")).sequence();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Target by(Account account) {
        return new Target(account, room, message, "change-id-" + ids++);
    }

    private Change change() {
        return changes.of(anna, room, server.log.store.after(room, 0, 100))
                .changes()
                .get(0);
    }

    @Test
    void itsAuthorEditsAMessage() {
        List<Event> edited = done(server.messages.edit(by(ben), "hello"));
        assertThat(edited).extracting(Event::body).containsExactly("{\"message\":" + message + ",\"text\":\"hello\"}");
        assertThat(edited.get(0).type()).isEqualTo("edited");
        assertThat(change().text()).isEqualTo("hello");
        assertThat(change().editedAt()).isPositive();
        assertThat(done(server.messages.edit(by(ben), "hello"))).isEmpty();
        refused(Code.FORBIDDEN, () -> server.messages.edit(by(anna), "hallo"));
        refused(Code.BAD_FIELD, () -> server.messages.edit(by(ben), " "));
        assertThat(change().text()).isEqualTo("hello");
    }

    @Test
    void sentAgainAChangeIsTheFirst() {
        Target target = by(ben);
        Event first = done(server.messages.edit(target, "hello")).get(0);
        done(server.messages.edit(by(ben), "hi"));
        assertThat(done(server.messages.edit(target, "hello"))).containsExactly(first);
        assertThat(change().text()).isEqualTo("hi");
        refused(Code.CONFLICT, () -> server.messages.edit(target, "something else"));
    }

    @Test
    void whatIsDeletedIsNowhereAnyMore() {
        done(server.messages.edit(by(ben), "hello"));
        done(server.messages.react(by(anna), "\uD83D\uDC4D", true));
        done(server.messages.pin(by(anna), true));
        Event deleted = done(server.messages.delete(by(ben))).get(0);
        assertThat(deleted.body()).isEqualTo("{\"message\":" + message + "}");
        assertThat(change())
                .isEqualTo(new Change(message, null, change().editedAt(), true, false, List.of(), Change.Replies.NONE));
        assertThat(server.log.store.after(room, 0, 100))
                .noneMatch(event -> event.body().contains("hel"));
        assertThat(server.log.store.after(room, 0, 100))
                .extracting(Event::sequence)
                .isSorted()
                .hasSize(8);
        assertThat(done(server.messages.delete(by(ben)))).isEmpty();
        refused(Code.NOT_FOUND, () -> server.messages.edit(by(ben), "again"));
        refused(Code.NOT_FOUND, () -> server.messages.react(by(anna), "\uD83D\uDC4D", true));
        refused(Code.NOT_FOUND, () -> server.messages.pin(by(anna), true));
    }

    @Test
    void aMessageThatIsSentAgainAfterItsDeletionIsStillTheFirst() {
        done(server.messages.delete(by(ben)));
        assertThat(done(server.messages.post(ben, room, "message-1", "helo")).sequence())
                .isEqualTo(message);
    }

    @Test
    void whoModeratesDeletesWhatOthersWroteAndNobodyElseDoes() {
        Account cleo = server.account("cleo");
        done(server.people.add(anna, cleo.id(), room));
        refused(Code.FORBIDDEN, () -> server.messages.delete(by(cleo)));
        done(server.people.make(anna, cleo.id(), RoomRole.MODERATOR, room));
        assertThat(done(server.messages.delete(by(cleo)))).hasSize(1);
        String audited = server.log.jdbi.withHandle(
                handle -> handle.select("SELECT actor_name || ' ' || action || ' ' || subject FROM audit")
                        .mapTo(String.class)
                        .one());
        assertThat(audited)
                .isEqualTo("cleo message_deleted room " + room + ", message " + message + " of account " + ben.id());
    }

    @Test
    void everybodyReactsOnceWithEachEmoji() {
        assertThat(done(server.messages.react(by(anna), "\uD83D\uDC4D", true))).hasSize(1);
        assertThat(done(server.messages.react(by(anna), "\uD83D\uDC4D", true))).isEmpty();
        assertThat(done(server.messages.react(by(ben), "\uD83D\uDC4D", true))).hasSize(1);
        assertThat(done(server.messages.react(by(ben), "\u2764\uFE0F", true))).hasSize(1);
        assertThat(change().reactions()).extracting(Change.Reaction::count).containsExactly(2, 1);
        assertThat(change().reactions()).extracting(Change.Reaction::mine).containsExactly(true, false);
        assertThat(done(server.messages.react(by(anna), "\uD83D\uDC4D", false))).hasSize(1);
        assertThat(done(server.messages.react(by(anna), "\uD83D\uDC4D", false))).isEmpty();
        assertThat(change().reactions().get(0).people()).extracting("name").containsExactly("ben");
    }

    @Test
    void aReactionIsAnEmojiAndThereAreNotTooMany() {
        for (String text :
                List.of("a", "+1", "", " ", "<b>", "\uD83D\uDC4D a", "\u202E", "12", "\uD83D\uDC4D".repeat(17)))
            refused(Code.BAD_FIELD, () -> server.messages.react(by(anna), text, true));
        for (String text :
                List.of("1\uFE0F\u20E3", "\uD83C\uDDE8\uD83C\uDDF3", "\uD83D\uDC69\u200D\uD83D\uDCBB", "\u2764\uFE0F"))
            assertThat(done(server.messages.react(by(anna), text, true)))
                    .as(text)
                    .hasSize(1);
        for (int n = 0; n < 16; n++) done(server.messages.react(by(anna), Character.toString(0x1F600 + n), true));
        refused(Code.FORBIDDEN, () -> server.messages.react(by(ben), "\uD83C\uDF89", true));
        assertThat(done(server.messages.react(by(ben), "\uD83D\uDE00", true))).hasSize(1);
    }

    @Test
    void aPinIsPutAndTakenOut() {
        assertThat(done(server.messages.pin(by(anna), true)).get(0).type()).isEqualTo("pinned");
        assertThat(change().isPinned()).isTrue();
        assertThat(done(server.messages.pin(by(ben), true))).isEmpty();
        assertThat(done(server.messages.pin(by(ben), false))).hasSize(1);
        assertThat(change().isPinned()).isFalse();
    }

    @Test
    void whoIsInTheRoomReadsEditsAndPins() {
        Reading reading = new Reading(server.log.jdbi, server.log.store, server.access);
        done(server.messages.edit(by(ben), "hello"));
        done(server.messages.edit(by(ben), "hello!"));
        assertThat(reading.edits(anna, room, message))
                .extracting(Event::body)
                .allMatch(body -> body.contains("hel"))
                .hasSize(3);
        assertThat(reading.pins(anna, room)).isEmpty();
        done(server.messages.pin(by(anna), true));
        assertThat(reading.pins(ben, room)).containsExactly(reading.one(ben, room, message));
        done(server.messages.delete(by(ben)));
        assertThat(reading.pins(ben, room)).isEmpty();
        assertThat(reading.edits(anna, room, message)).extracting(Event::body).noneMatch(body -> body.contains("hel"));
        assertThatThrownBy(() -> reading.one(anna, room, 1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reading.pins(server.account("eve"), room)).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyMessagesOfRoomsOneIsInAreChanged() {
        Account eve = server.account("eve");
        refused(Code.NOT_FOUND, () -> server.messages.delete(by(eve)));
        refused(Code.NOT_FOUND, () -> server.messages.react(by(eve), "\uD83D\uDC4D", true));
        message = 1;
        refused(Code.NOT_FOUND, () -> server.messages.delete(by(anna)));
        message = 99;
        refused(Code.NOT_FOUND, () -> server.messages.pin(by(anna), true));
    }
}
