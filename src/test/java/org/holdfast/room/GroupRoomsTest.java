package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.account.ExternalPerson;
import org.holdfast.account.GroupsSeen;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setting {@code holdfast.groups.rooms}. */
class GroupRoomsTest {
    private static final String SALES = "CN=Sales, OU=Groups,DC=example";

    @TempDir
    Path folder;

    private RoomServer server;
    private GroupRooms groups;
    private Account host;
    private Account ann;
    private long lunch;
    private long cellar;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        host = server.account("host");
        ann = server.account("ann");
        lunch = done(server.create(host, "Lunch", ""));
        cellar = done(server.rooms.create(host, "Cellar", "", RoomKind.PRIVATE));
        map(SALES + " => lunch; staff => #" + cellar + "; staff => no such room");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void map(String mapped) {
        var settings = Settings.of(Map.of("holdfast.groups.rooms", mapped));
        groups = new GroupRooms(settings, server.log.jdbi, server.log.writer, server.access, server.memberships);
    }

    private void seen(String... of) {
        groups.seen(new GroupsSeen(ann, ExternalPerson.normal(Arrays.asList(of))));
    }

    private void isIn(Long... rooms) {
        var are = server.memberships.roomsOf(ann.id());
        assertThat(are.keySet()).containsExactlyInAnyOrder(rooms);
        assertThat(are.values()).allMatch(RoomRole.MEMBER::equals);
    }

    @Test
    void whoIsInAGroupIsInItsRoomsAndNoLonger() {
        seen("cn=sales,ou=groups,dc=EXAMPLE", "staff", "another");
        isIn(lunch, cellar);
        seen("staff");
        isIn(cellar);
        seen();
        isIn();
        seen(SALES);
        isIn(lunch);
    }

    /** Whoever is first in a room that nobody is in any more does not own it for that. */
    @Test
    void aGroupBringsMembersAndNoOwners() {
        done(server.rooms.leave(host, cellar));
        seen("staff");
        isIn(cellar);
    }

    @Test
    void whoCameByThemselvesStaysWithoutTheGroup() {
        done(server.rooms.join(ann, lunch));
        seen(SALES);
        seen();
        isIn(lunch);
    }

    @Test
    void whoIsInTheGroupHearsOfItOnce() {
        seen("staff");
        seen("staff");
        assertThat(server.fired)
                .filteredOn(change -> change.account() == ann.id())
                .hasSize(1);
    }

    @Test
    void whoLeftIsBackAtTheNextSignIn() {
        seen(SALES);
        done(server.rooms.leave(ann, lunch));
        isIn();
        seen(SALES);
        isIn(lunch);
    }

    @Test
    void whatIsMappedNoMoreEndsToo() {
        seen(SALES, "staff");
        map("");
        seen(SALES, "staff");
        isIn();
    }

    /** Two people's own room is not to be had by its number. */
    @Test
    void aDirectRoomIsNobodyElses() {
        var ben = server.account("ben");
        long direct = done(server.directs.open(host, List.of(ben.id())));
        map("staff => #" + direct);
        seen("staff");
        isIn();
    }
}
