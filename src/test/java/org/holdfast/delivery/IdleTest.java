package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.holdfast.log.Sequenced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 3.5: a poll is answered when there is nothing more to send. */
class IdleTest {
    @TempDir
    Path folder;

    private DeliveryServer server;

    @BeforeEach
    void start() {
        server = new DeliveryServer(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aConnectionIsIdleOnlyWhenItIsWelcomedAndHasAll() {
        long id = server.log.newLog(1_000);
        FakeConnection connection = new FakeConnection(ForkJoinPool.commonPool());
        Subscriber subscriber = server.open(connection);
        subscriber.reply("{}");
        await().until(() -> connection.texts.size() == 1);
        assertThat(connection.idle).isEmpty();
        subscriber.prepare("session", List.of(server.start(id, 0)));
        subscriber.begin();
        await().until(() -> !connection.idle.isEmpty());
        assertThat(connection.sequences(id)).isEqualTo(Sequenced.range(1, 1_000));
        assertThat(connection.idle).containsExactly(connection.texts.size());
        assertThat(subscriber.cursor(100))
                .isEqualTo(id + ".1000." + server.log.open(id).epoch());
        assertThat(connection.overlapped).isFalse();
    }
}
