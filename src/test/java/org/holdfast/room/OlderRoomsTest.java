package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.room.RoomServer.done;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.holdfast.account.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms that were made when nobody had a role in them. */
class OlderRoomsTest {
    @TempDir
    Path folder;

    @Test
    void whoMadeThemOwnsThemOrWhoHasBeenInThemForLongest() throws IOException {
        try (RoomServer server = new RoomServer(folder)) {
            Account anna = server.account("anna");
            Account ben = server.account("ben");
            Account cleo = server.account("cleo");
            long hers = done(server.create(anna, "Hers", ""));
            done(server.rooms.join(ben, hers));
            long left = done(server.create(anna, "Left", ""));
            done(server.rooms.join(cleo, left));
            done(server.rooms.join(ben, left));
            done(server.rooms.leave(anna, left));
            server.log.jdbi.useHandle(handle -> {
                handle.execute("UPDATE membership SET role = 'member', joined_at = 1");
                handle.execute("UPDATE membership SET joined_at = 2 WHERE account = ?", ben.id());
                updates().forEach(handle::execute);
            });
            assertThat(server.rooms.one(anna, hers).role()).isEqualTo(RoomRole.OWNER);
            assertThat(server.rooms.one(ben, hers).role()).isEqualTo(RoomRole.MEMBER);
            assertThat(server.rooms.one(cleo, left).role()).isEqualTo(RoomRole.OWNER);
            assertThat(server.rooms.one(ben, left).role()).isEqualTo(RoomRole.MEMBER);
        }
    }

    /** Of the rows, from the migration itself. */
    private static Stream<String> updates() throws IOException {
        try (InputStream file = RoomRole.class.getResourceAsStream("/db/migration/V4__roles.sql")) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--.*", "");
            return Stream.of(sql.split(";")).map(String::strip).filter(each -> each.startsWith("UPDATE"));
        }
    }
}
