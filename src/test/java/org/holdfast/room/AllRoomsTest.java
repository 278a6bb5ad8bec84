package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.List;
import org.holdfast.account.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllRoomsTest {
    @TempDir
    Path folder;

    private RoomServer server;
    private AllRooms all;
    private Account anna;
    private Account ben;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        all = new AllRooms(server.log.jdbi);
        anna = server.account("anna");
        ben = server.account("ben");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private long make(String name, RoomKind kind) {
        return done(server.rooms.create(anna, name, "talk", kind));
    }

    @Test
    void privateRoomsAreListedAndDirectOnesAreNot() {
        make("Works council", RoomKind.PRIVATE);
        make("lobby", RoomKind.PUBLIC);
        done(server.directs.open(anna, List.of(ben.id())));
        assertThat(all.list("", 10)).extracting(ListedRoom::name).containsExactly("lobby", "Works council");
        assertThat(all.count("")).isEqualTo(2);
    }

    @Test
    void eachSaysWhoseItIsAndHowAlive() {
        long room = make("lobby", RoomKind.PUBLIC);
        done(server.rooms.join(ben, room));
        ListedRoom before = only();
        assertThat(before.owners()).containsExactly("anna");
        assertThat(before.members()).isEqualTo(2);
        done(server.people.make(anna, ben.id(), RoomRole.OWNER, room));
        ListedRoom after = only();
        assertThat(after.owners()).containsExactly("anna", "ben");
        assertThat(after.events()).isEqualTo(before.events() + 1);
        assertThat(after.lastAt()).isGreaterThanOrEqualTo(after.createdAt());
    }

    @Test
    void aRoomWithNobodyInItHasNoOwner() {
        long room = make("lobby", RoomKind.PUBLIC);
        done(server.rooms.leave(anna, room));
        assertThat(only().members()).isZero();
        assertThat(only().owners()).isEmpty();
    }

    @Test
    void aPartOfANameFindsItAndTheMostIsKept() {
        List.of("Sales north", "SALES south", "lobby").forEach(name -> make(name, RoomKind.PUBLIC));
        assertThat(all.list(" sales", 10)).extracting(ListedRoom::name).containsExactly("Sales north", "SALES south");
        assertThat(all.list("sales", 1)).hasSize(1);
        assertThat(all.count("sales")).isEqualTo(2);
        assertThat(all.list("%", 10)).isEmpty();
    }

    private ListedRoom only() {
        List<ListedRoom> rooms = all.list("", 10);
        assertThat(rooms).hasSize(1);
        return rooms.get(0);
    }
}
