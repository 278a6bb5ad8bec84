package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
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
    void connectionsThatNobodyHasTimeToGiveTheirNewRoomComeBackForIt() {
        try (DeliveryServer server = new DeliveryServer(folder, Map.of())) {
            Workers full = new Workers(
                    server.workers.lanes(),
                    task -> {
                        throw new RejectedExecutionException("full");
                    },
                    server.workers.closes());
            Following following = new Following(server.registry, null, null, null, full, server.settings);
            List<FakeConnection> connections = List.of(FakeConnection.inline(), FakeConnection.inline());
            connections.forEach(connection -> server.open(connection).prepare("s" + connection.hashCode(), List.of()));
            following.changed(new MembershipChanged(1, 5, JOINED));
            for (FakeConnection connection : connections)
                await().untilAsserted(() -> assertThat(connection.closes).containsExactly(CloseCode.TRY_AGAIN_LATER));
        }
    }

    @Test
    void aConnectionThatCannotBeGivenItsNewRoomComesBackForIt() {
        ConnectionFactory away = () -> {
            throw new SQLException("the database is away");
        };
        try (DeliveryServer server = new DeliveryServer(folder, Map.of())) {
            Rooms rooms = new Rooms(Jdbi.create(away), null, null, null);
            Following following = new Following(server.registry, null, rooms, null, server.workers, server.settings);
            FakeConnection connection = FakeConnection.inline();
            server.open(connection).prepare("session", List.of());
            following.changed(new MembershipChanged(1, 5, JOINED));
            await().until(() -> !connection.closes.isEmpty());
            assertThat(connection.closes).containsExactly(CloseCode.SERVER_ERROR);
        }
    }
}
