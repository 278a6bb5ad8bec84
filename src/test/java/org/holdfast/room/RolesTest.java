package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.account.Role;
import org.holdfast.log.Event;
import org.holdfast.wire.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.1: what somebody is in a room. */
class RolesTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private Account ben;
    private Account cleo;
    private long room;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        ben = server.account("ben");
        cleo = server.account("cleo");
        room = done(server.rooms.create(anna, "Cellar", "", RoomKind.PRIVATE));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPrivateRoomDoesNotExistForOthersUntilTheyAreBroughtIn() {
        refused(Code.NOT_FOUND, () -> server.rooms.join(ben, room));
        assertThat(server.rooms.all(ben)).isEmpty();
        List<Event> brought = done(server.people.add(anna, ben.id(), room));
        assertThat(brought).extracting(Event::type).containsExactly("joined", "room-joined");
        assertThat(brought).extracting(event -> event.author().id()).containsOnly(anna.id());
        assertThat(server.rooms.all(ben)).extracting(Room::role).containsExactly(RoomRole.MEMBER);
        assertThat(done(server.people.add(anna, ben.id(), room))).isEmpty();
        refused(Code.FORBIDDEN, () -> server.people.add(ben, cleo.id(), room));
        refused(Code.NOT_FOUND, () -> server.people.add(anna, 999, room));
    }

    @Test
    void itsNameTellsNobodyThatItIsThere() {
        long other = done(server.rooms.create(ben, "Cellar", "", RoomKind.PRIVATE));
        long open = done(server.create(ben, "CELLAR", ""));
        assertThat(List.of(room, other, open)).doesNotHaveDuplicates();
        refused(Code.NAME_TAKEN, () -> server.create(anna, "cellar", ""));
    }

    @Test
    void whoIsReadOnlyReadsAndDoesNotWrite() {
        done(server.people.add(anna, ben.id(), room));
        Event change = done(server.people.make(anna, ben.id(), RoomRole.READ_ONLY, room))
                .get(0);
        assertThat(change.type()).isEqualTo("role");
        assertThat(change.body())
                .isEqualTo("{\"account\":{\"id\":" + ben.id() + ",\"name\":\"ben\"},\"role\":\"read-only\"}");
        refused(Code.FORBIDDEN, () -> server.messages.post(ben, room, "message-1", "hello"));
        assertThat(done(server.rooms.read(ben, room, change.sequence()))).hasSize(1);
        done(server.people.make(anna, ben.id(), RoomRole.MEMBER, room));
        done(server.messages.post(ben, room, "message-1", "hello"));
        assertThat(server.rooms.titles(ben, 0).get(room).role()).isEqualTo(RoomRole.MEMBER);
    }

    @Test
    void aModeratorTakesOutWhoeverIsLessAndMakesNobodyAnything() {
        done(server.people.add(anna, ben.id(), room));
        done(server.people.add(anna, cleo.id(), room));
        refused(Code.FORBIDDEN, () -> server.people.remove(ben, cleo.id(), room));
        done(server.people.make(anna, ben.id(), RoomRole.MODERATOR, room));
        refused(Code.FORBIDDEN, () -> server.people.make(ben, ben.id(), RoomRole.OWNER, room));
        refused(Code.FORBIDDEN, () -> server.people.remove(ben, anna.id(), room));
        List<Event> taken = done(server.people.remove(ben, cleo.id(), room));
        assertThat(server.fired)
                .last()
                .isEqualTo(new MembershipChanged(cleo.id(), room, taken.get(0).sequence()));
        refused(Code.NOT_FOUND, () -> server.messages.post(cleo, room, "message-1", "hello"));
        refused(Code.NOT_FOUND, () -> server.people.remove(ben, cleo.id(), room));
    }

    @Test
    void aRoomPassesToWhoHasModeratedItForLongestOrBeenInItForLongest() {
        done(server.people.add(anna, ben.id(), room));
        done(server.people.add(anna, cleo.id(), room));
        done(server.people.make(anna, cleo.id(), RoomRole.MODERATOR, room));
        List<Event> left = done(server.rooms.leave(anna, room));
        assertThat(left).extracting(Event::type).containsExactly("left", "room-left", "role");
        assertThat(left.get(2).body()).contains("\"id\":" + cleo.id(), "\"role\":\"owner\"");
        done(server.people.make(cleo, ben.id(), RoomRole.READ_ONLY, room));
        done(server.rooms.leave(cleo, room));
        assertThat(server.rooms.one(ben, room).role()).isEqualTo(RoomRole.OWNER);
        done(server.people.add(ben, anna.id(), room));
    }

    @Test
    void theLastOwnerMakesAnotherOneFirst() {
        refused(Code.FORBIDDEN, () -> server.people.make(anna, anna.id(), RoomRole.MEMBER, room));
        done(server.people.add(anna, ben.id(), room));
        done(server.people.make(anna, ben.id(), RoomRole.OWNER, room));
        done(server.people.make(anna, anna.id(), RoomRole.MEMBER, room));
        refused(Code.FORBIDDEN, () -> server.people.make(anna, anna.id(), RoomRole.OWNER, room));
    }

    @Test
    void whoComesIntoAnEmptyRoomOwnsIt() {
        long open = done(server.create(anna, "Lobby", ""));
        done(server.rooms.leave(anna, open));
        done(server.rooms.join(ben, open));
        assertThat(server.rooms.one(ben, open).role()).isEqualTo(RoomRole.OWNER);
        done(server.rooms.join(cleo, open));
        assertThat(server.rooms.one(cleo, open).role()).isEqualTo(RoomRole.MEMBER);
    }

    @Test
    void guestsAndProgramsAreInChargeOfNobodyWhateverTheRoomSays() {
        Account guest = server.account("guest", Role.GUEST);
        Account bot = server.account("bot", Role.BOT);
        for (Account each : List.of(guest, bot)) {
            done(server.people.add(anna, each.id(), room));
            done(server.people.make(anna, each.id(), RoomRole.OWNER, room));
            refused(Code.FORBIDDEN, () -> server.people.add(each, cleo.id(), room));
        }
        done(server.people.remove(anna, bot.id(), room));
        done(server.rooms.leave(anna, room));
        assertThat(server.rooms.one(guest, room).role()).isEqualTo(RoomRole.OWNER);
        refused(Code.FORBIDDEN, () -> server.people.add(guest, cleo.id(), room));
    }

    @Test
    void anAdministratorIsInChargeOfThePublicRoomsThatTheyAreIn() {
        Account admin = server.account("admin", Role.ADMIN);
        long open = done(server.create(anna, "Lobby", ""));
        refused(Code.NOT_FOUND, () -> server.people.remove(admin, anna.id(), open));
        done(server.rooms.join(admin, open));
        done(server.people.make(admin, admin.id(), RoomRole.OWNER, open));
        done(server.people.remove(admin, anna.id(), open));
        done(server.people.add(anna, admin.id(), room));
        refused(Code.FORBIDDEN, () -> server.people.remove(admin, anna.id(), room));
    }
}
