package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;
import static org.holdfast.room.RoomServer.refused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Event;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 6: {@code PATCH api/rooms/{log}}. */
class RoomChangeTest {
    @TempDir
    Path folder;

    private final List<String> audited = new ArrayList<>();
    private RoomServer server;
    private Account anna;
    private Account ben;
    private long room;

    @BeforeEach
    void start() {
        server = new RoomServer(folder);
        anna = server.account("anna");
        ben = server.account("ben");
        room = done(server.create(anna, "Lobby", "Hello"));
        done(server.rooms.join(ben, room));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<Event> change(Account by, String name, String topic, Boolean archived) {
        RoomSettings wanted = new RoomSettings(name == null ? null : new Name(name), topic, archived, null);
        return done(server.rooms.change(by, room, wanted, transaction -> audited.add("archiving")));
    }

    private RoomTitle title() {
        return server.rooms.titles(ben, 0).get(room);
    }

    @Test
    void aNameAndATopicChangeForEverybodyByOneEvent() {
        assertThat(title().name()).as("premise: it is remembered").isEqualTo("Lobby");
        assertThat(change(anna, "Hall", "Welcome", null))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEqualTo("{\"name\":\"Hall\",\"topic\":\"Welcome\"}"));
        assertThat(title().name()).isEqualTo("Hall");
        assertThat(server.rooms.one(ben, room).topic()).isEqualTo("Welcome");
        assertThat(change(anna, "Hall", "", null))
                .singleElement()
                .satisfies(event -> assertThat(event.body()).isEqualTo("{\"topic\":\"\"}"));
        assertThat(change(anna, "Hall", "", false)).isEmpty();
        done(server.create(ben, "Lobby", ""));
        refused(
                Code.NAME_TAKEN,
                () -> server.rooms.change(
                        anna, room, new RoomSettings(new Name("LOBBY"), null, null, null), transaction -> {}));
        assertThat(change(anna, "HALL", null, null)).as("its own name").hasSize(1);
    }

    @Test
    void membersDoNotChangeIt() {
        RoomSettings wanted = new RoomSettings(null, "mine", null, null);
        refused(Code.FORBIDDEN, () -> server.rooms.change(ben, room, wanted, transaction -> {}));
        done(server.people.make(anna, ben.id(), RoomRole.MODERATOR, room));
        assertThat(change(ben, null, "mine", null)).hasSize(1);
        refused(Code.NOT_FOUND, () -> server.rooms.change(server.account("cleo"), room, wanted, transaction -> {}));
    }

    @Test
    void anArchivedRoomIsReadOnlyUntilItIsTakenUpAgain() {
        done(server.messages.post(ben, room, "message-1", "hello"));
        change(anna, null, null, true);
        assertThat(audited).hasSize(1);
        assertThat(title().archived()).isTrue();
        refused(Code.FORBIDDEN, () -> server.messages.post(anna, room, "message-2", "hello"));
        assertThat(done(server.messages.post(ben, room, "message-1", "hello")).sequence())
                .as("what was acknowledged stays so")
                .isPositive();
        server.close();
        server = new RoomServer(folder);
        refused(Code.FORBIDDEN, () -> server.messages.post(ben, room, "message-2", "hello"));
        change(anna, null, null, false);
        assertThat(audited).hasSize(2);
        done(server.messages.post(ben, room, "message-2", "hello"));
    }
}
