package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.log.Author;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitlesTest {
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
    void theRoomsOfARenamedPersonAreCalledAfterTheNewName() {
        long direct = done(server.directs.open(anna, List.of(ben.id())));
        long group = done(server.directs.open(anna, List.of(ben.id(), cleo.id())));
        long other = done(server.directs.open(anna, List.of(cleo.id())));
        assertThat(names(direct, group, other)).containsExactly("ben", "ben, cleo", "cleo");
        server.log.jdbi.useHandle(
                handle -> handle.execute("UPDATE account SET display_name = 'Benedict' WHERE id = ?", ben.id()));
        server.rooms.renamed(ben.id());
        assertThat(names(direct, group, other)).containsExactly("Benedict", "Benedict, cleo", "cleo");
        assertThat(server.rooms.one(anna, group).name()).isEqualTo("Benedict, cleo");
        assertThat(server.rooms.titles(anna, 0).get(direct).people())
                .extracting(Author::name)
                .containsExactly("anna", "Benedict");
    }

    private List<String> names(Long... rooms) {
        Map<Long, RoomTitle> titles = server.rooms.titles(anna, 0);
        return List.of(rooms).stream().map(room -> titles.get(room).name()).toList();
    }
}
