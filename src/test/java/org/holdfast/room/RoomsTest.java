package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private Account ben;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        ben = server.account("ben");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoMakesARoomIsInItAndBothLogsSaySo() {
        long room = done(server.create(anna, " Lobby ", "talk"));
        assertThat(server.rooms.one(anna, room))
                .isEqualTo(new Room(room, "Lobby", "talk", RoomKind.PUBLIC, false, 1, RoomRole.OWNER));
        assertThat(server.rooms.one(ben, room).joined()).isFalse();
        assertThat(types(room)).containsExactly("created", "joined");
        assertThat(types(anna.log())).containsExactly("room-joined");
        assertThat(server.fired).containsExactly(new MembershipChanged(anna.id(), room, MembershipChanged.JOINED));
    }

    @Test
    void aNameIsTakenWithoutRegardToCaseAndWidth() {
        done(server.create(anna, "Lobby", ""));
        refused(Code.NAME_TAKEN, server.create(ben, "LOBBY", ""));
        refused(Code.NAME_TAKEN, server.create(ben, "\uff2c\uff4f\uff42\uff42\uff59", ""));
        assertThat(server.rooms.all(ben)).hasSize(1);
        assertThat(server.log.jdbi.<Long, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT COUNT(*) FROM log")
                                .mapTo(Long.class)
                                .one()))
                .as("two accounts and a room")
                .isEqualTo(3);
    }

    @Test
    void joiningTwiceChangesNothing() {
        long room = done(server.create(anna, "Lobby", ""));
        assertThat(done(server.rooms.join(ben, room))).extracting(Event::type).containsExactly("joined", "room-joined");
        assertThat(done(server.rooms.join(ben, room))).isEmpty();
        assertThat(server.memberships.isMember(room, ben.id())).isTrue();
        assertThat(server.rooms.one(ben, room).members()).isEqualTo(2);
        refused(Code.NOT_FOUND, server.rooms.join(ben, room + 1_000));
        refused(Code.NOT_FOUND, server.rooms.join(ben, anna.log()));
    }

    @Test
    void theEventOfLeavingIsTheLast() {
        long room = done(server.create(anna, "Lobby", ""));
        done(server.rooms.join(ben, room));
        List<Event> left = done(server.rooms.leave(ben, room));
        assertThat(left).extracting(Event::type).containsExactly("left", "room-left");
        assertThat(server.fired)
                .last()
                .isEqualTo(new MembershipChanged(ben.id(), room, left.get(0).sequence()));
        assertThat(server.memberships.isMember(room, ben.id())).isFalse();
        refused(Code.NOT_FOUND, server.rooms.leave(ben, room));
        done(server.rooms.join(ben, room));
        assertThat(server.access.roomsOf(ben.id())).containsExactly(room);
    }

    @Test
    void membershipsAreTheSameAfterARestart() {
        long room = done(server.create(anna, "Lobby", ""));
        long other = done(server.create(anna, "Other", ""));
        done(server.rooms.leave(anna, other));
        server.close();
        server = new RoomServer(folder);
        assertThat(server.access.roomsOf(anna.id())).containsExactly(room);
    }

    @Test
    void aReadMarkOnlyMovesForwardAndNotBeyondTheHead() {
        long room = done(server.create(anna, "Lobby", ""));
        assertThat(done(server.rooms.read(anna, room, 1)))
                .singleElement()
                .extracting(Event::body)
                .isEqualTo("{\"room\":" + room + ",\"sequence\":1}");
        assertThat(done(server.rooms.read(anna, room, 2))).hasSize(1);
        assertThat(done(server.rooms.read(anna, room, 2))).isEmpty();
        assertThat(done(server.rooms.read(anna, room, 1))).isEmpty();
        refused(Code.BAD_FIELD, server.rooms.read(anna, room, 3));
        refused(Code.NOT_FOUND, server.rooms.read(ben, room, 1));
        assertThat(server.rooms.titles(anna, 0).get(room).read()).isEqualTo(2);
    }

    @Test
    void readMarksAreReadAnewOnceTheAccountsLogHasGrown() {
        long room = done(server.create(anna, "Lobby", ""));
        assertThat(server.rooms.titles(anna, 1).get(room).read()).isZero();
        long head = done(server.rooms.read(anna, room, 1)).get(0).sequence();
        assertThat(server.rooms.titles(anna, head).get(room).read()).isEqualTo(1);
    }

    private List<String> types(long log) {
        return server.log.store.after(log, 0, 100).stream().map(Event::type).toList();
    }

    private static void refused(Code code, CompletionStage<?> stage) {
        assertThatThrownBy(() -> done(stage))
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
