package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.holdfast.room.MembershipChanged;
import org.holdfast.room.Rooms;
import org.holdfast.wire.CloseCode;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 3.2: a room that is joined is sent on each connection of the account. */
class FollowingTest {
    private static final long JOINED = -1;

    @TempDir
    Path folder;

    @Test
    void aConnectionThatCannotBeGivenItsNewRoomComesBackForIt() {
        ConnectionFactory away = () -> {
            throw new SQLException("the database is away");
        };
        try (DeliveryServer server = new DeliveryServer(folder, Map.of())) {
            Rooms rooms = new Rooms(Jdbi.create(away), null, null);
            Following following = new Following(server.registry, null, rooms, null, server.workers, server.settings);
            FakeConnection connection = FakeConnection.inline();
            server.open(connection).prepare("session", List.of());
            following.changed(new MembershipChanged(1, 5, JOINED));
            await().until(() -> !connection.closes.isEmpty());
            assertThat(connection.closes).containsExactly(CloseCode.SERVER_ERROR);
        }
    }
}
