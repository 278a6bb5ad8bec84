package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Frames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol sections 3.3 and 5: when the heads are due, and who is pinged. The interval is 20 s. */
class LivenessTest {
    @TempDir
    Path folder;

    private final FakeConnection connection = FakeConnection.inline();
    private DeliveryServer server;
    private Liveness liveness;
    private Subscriber subscriber;

    @BeforeEach
    void start() {
        server = new DeliveryServer(folder, Map.of());
        liveness = new Liveness(server.registry, Settings.of(Map.of()));
        subscriber = server.follow(connection, server.log.newLog(1), 1);
        await().until(() -> !connection.idle.isEmpty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theHeadsGoWithThePongAndNotAgainForAnInterval() {
        answerPing(19_000);
        await().until(() -> connection.all().contains("heads"));
        assertThat(connection.texts)
                .as("in one text")
                .singleElement()
                .asString()
                .contains("pong");
        liveness.sweep(new Beat(38_999));
        answerPing(28_000);
        await().until(() -> connection.all().split("pong").length == 3);
        assertThat(connection.all().split("heads\"", -1))
                .as("once, with its data")
                .hasSize(3);
        assertThat(connection.pings).hasValue(0);
    }

    @Test
    void theHeadsComeOnceInAnInterval() {
        subscriber.heard(15_000);
        liveness.sweep(new Beat(19_999));
        liveness.sweep(new Beat(20_000));
        liveness.sweep(new Beat(39_999));
        await().until(() -> connection.all().contains("heads"));
        assertThat(connection.texts).hasSize(1);
        assertThat(connection.pings).as("was heard lately").hasValue(0);
    }

    @Test
    void whoWasNotHeardForHalfAnIntervalIsPinged() {
        subscriber.heard(9_000);
        liveness.sweep(new Beat(20_000));
        await().until(() -> connection.pings.get() == 1);
    }

    private void answerPing(long now) {
        subscriber.heard(now);
        liveness.pinged(subscriber, now);
        subscriber.reply(Frames.pong(1, now));
    }
}
