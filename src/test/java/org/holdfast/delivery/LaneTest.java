package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who shares a lane. */
class LaneTest {
    private static final int CROWD = 400;

    @TempDir
    Path folder;

    private final CountDownLatch allHaveCome = new CountDownLatch(1);
    private final AtomicInteger served = new AtomicInteger();
    private volatile int servedBefore = -1;
    private DeliveryServer server;

    @BeforeEach
    void start() {
        server = new DeliveryServer(
                folder, Map.of("holdfast.pump.threads", "1", "holdfast.connections.per.account", "0"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCrowdThatComesDoesNotKeepTheOthersWaiting() {
        long calm = server.log.newLog(0);
        var live = new FakeConnection(sent -> {
            servedBefore = served.get();
            sent.run();
        });
        server.follow(live, calm, 0);
        await().until(() -> !live.idle.isEmpty());
        long crowded = server.log.newLog();
        server.log.open(crowded);
        server.log.append(crowded);
        for (int n = 0; n < CROWD; n++) server.follow(new FakeConnection(this::serve), crowded, 0);
        server.log.append(calm);
        allHaveCome.countDown();
        await().until(() -> served.get() == CROWD);
        assertThat(live.sequences(calm)).containsExactly(1L);
        assertThat(servedBefore).isLessThan(CROWD / 2);
    }

    /** The first of them holds the lane until the others wait. */
    private void serve(Runnable sent) {
        try {
            allHaveCome.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        served.incrementAndGet();
        sent.run();
    }
}
