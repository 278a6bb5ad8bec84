package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.holdfast.account.Account;
import org.holdfast.account.Role;
import org.holdfast.log.Event;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6.1: whom one finds, and the rooms of a set of people. */
class PeopleTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private Account anna;
    private Account ben;
    private Account cleo;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        ben = server.account("ben");
        cleo = server.account("cleo");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void peopleAreFoundByAPartOfTheirNameWhateverItsCase() {
        assertThat(names(anna, "EN")).containsExactly("ben");
        assertThat(names(anna, "")).containsExactly("anna", "ben", "cleo");
        Account odd = server.account("50%_!");
        for (String part : List.of("%", "_", "!", "0%_"))
            assertThat(names(anna, part)).containsExactly(odd.name());
    }

    @Test
    void aGuestFindsThoseOfTheirRoomsAlone() {
        Account guest = server.account("guest", Role.GUEST);
        assertThat(names(guest, "")).isEmpty();
        long room = done(server.rooms.create(anna, "Cellar", "", RoomKind.PRIVATE));
        done(server.people.add(anna, guest.id(), room));
        assertThat(names(guest, "")).containsExactly("anna", "guest");
        refused(Code.FORBIDDEN, () -> server.directs.open(guest, List.of(anna.id())));
        refused(Code.FORBIDDEN, () -> server.create(guest, "Lobby", ""));
    }

    private List<String> names(Account by, String part) {
        return server.people.find(by, part).stream().map(Member::name).toList();
    }

    @Test
    void aSetOfPeopleHasOneDirectRoomWhoeverOpensIt() {
        long two = done(server.directs.open(anna, List.of(ben.id())));
        long three = done(server.directs.open(ben, List.of(cleo.id(), anna.id())));
        assertThat(done(server.directs.open(ben, List.of(anna.id())))).isEqualTo(two);
        assertThat(done(server.directs.open(cleo, List.of(ben.id(), anna.id(), ben.id()))))
                .isEqualTo(three)
                .isNotEqualTo(two);
        assertThat(server.rooms.all(cleo)).extracting(Room::name).containsExactly("anna, ben");
        assertThat(server.rooms.titles(anna, 0).get(two).json()).contains("\"name\":\"ben\"", "\"name\":\"anna\"");
        assertThat(server.log.store.after(two, 0, 10).stream().map(Event::type))
                .containsExactly("created", "joined", "joined");
    }

    @Test
    void itsPeopleAreTheSameForEver() {
        long room = done(server.directs.open(anna, List.of(ben.id())));
        refused(Code.FORBIDDEN, () -> server.people.add(anna, cleo.id(), room));
        refused(Code.FORBIDDEN, () -> server.people.remove(anna, ben.id(), room));
        refused(Code.FORBIDDEN, () -> server.people.make(anna, ben.id(), RoomRole.READ_ONLY, room));
        refused(Code.FORBIDDEN, () -> server.rooms.leave(anna, room));
        refused(Code.NOT_FOUND, () -> server.rooms.join(cleo, room));
        assertThat(server.access.roomsOf(cleo.id())).isEmpty();
    }

    @Test
    void nobodyOpensOneAloneOrWithACrowdOrWithNobody() {
        List<List<Long>> wrong = List.of(
                List.of(),
                List.of(anna.id()),
                LongStream.range(1_000, 1_020).boxed().toList());
        for (List<Long> others : wrong)
            assertThatThrownBy(() -> server.directs.open(anna, others))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.BAD_FIELD));
        refused(Code.NOT_FOUND, () -> server.directs.open(anna, List.of(ben.id(), 999L)));
    }
}
