package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.account.AccountChanges;
import org.holdfast.account.Login;
import org.holdfast.profile.ProfileChanged;
import org.holdfast.room.Rooms;
import org.holdfast.wire.CloseCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamedPeopleTest {
    private final List<Long> forgotten = new ArrayList<>();

    private final AccountChanges accounts = new AccountChanges() {
        @Override
        public void forget(long account) {
            forgotten.add(account);
        }
    };

    private final Rooms unreachable = new Rooms() {
        @Override
        public void renamed(long account) {
            throw new IllegalStateException("the database does not answer");
        }
    };

    @Test
    void whoIsRenamedComesBackWithTheNewNameAlsoWhenTheirRoomsCanNotBeAskedFor(@TempDir Path folder) {
        try (DeliveryServer server = new DeliveryServer(folder, Map.of())) {
            FakeConnection connection = FakeConnection.inline();
            server.registry.open(connection, new Login(DeliveryServer.account(1), "token"), "s", 0);
            RenamedPeople renamed = new RenamedPeople(server.registry, accounts, unreachable);
            assertThatThrownBy(() -> renamed.changed(new ProfileChanged(1, true)))
                    .hasMessage("the database does not answer");
            assertThat(forgotten).containsExactly(1L);
            await().untilAsserted(() -> assertThat(connection.closes).containsExactly(CloseCode.GOING_AWAY));
        }
    }
}
