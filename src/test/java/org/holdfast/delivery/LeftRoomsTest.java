package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.log.LogServer;
import org.holdfast.log.Pages;
import org.holdfast.log.RoomLog;
import org.holdfast.presence.Rosters;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 3.2: nothing is sent of a room that was left, and whoever comes back begins anew. */
class LeftRoomsTest {
    @TempDir
    Path folder;

    private final ExecutorService tasks = Executors.newFixedThreadPool(3);
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    private RoomServer house;
    private Fanout fanout;
    private ConnectionRegistry registry;
    private Following following;
    private Account anna;
    private Account ben;
    private long room;

    @BeforeEach
    void start() {
        house = new RoomServer(folder);
        Settings settings = Settings.of(Map.of("holdfast.pump.threads", "2"));
        Workers workers = new Workers(tasks, tasks, tasks);
        fanout = new Fanout(workers, settings);
        Pages pages = new Pages(house.log.store, tasks, LogServer.SLICE_CHARS, 1_000_000);
        registry = new ConnectionRegistry(fanout, workers, pages, new Rosters(settings), settings);
        following = new Following(registry, house.access, house.rooms, house.log.logs, workers, settings);
        house.observer = following::changed;
        house.log.writer.announceTo(fanout::grew);
        anna = house.account("anna");
        ben = house.account("ben");
        room = RoomServer.done(house.create(ben, "room", ""));
        RoomServer.done(house.rooms.join(anna, room));
    }

    @AfterEach
    void stop() {
        tasks.shutdownNow();
        later.shutdownNow();
        house.close();
    }

    @Test
    void nothingIsKeptOfRoomsThatWereLeft() {
        FakeConnection connection = FakeConnection.inline();
        Subscriber subscriber = begin(connection, starts());
        for (int n = 0; n < 20; n++) {
            long left = RoomServer.done(house.create(anna, "room-" + n, ""));
            await().until(() -> subscriber.logs().contains(left));
            RoomServer.done(house.rooms.leave(anna, left));
        }
        await().untilAsserted(() -> assertThat(subscriber.logs().ids()).containsOnly(anna.log(), room));
        assertThat(fanout.followedLogs()).isEqualTo(2);
        subscriber.beat(1, true);
        await().until(() -> connection.all().contains("heads"));
        assertThat(connection.all()).containsPattern("\"heads\":\\{\"" + anna.log() + "\":\\d+,\"" + room + "\":\\d+}");
        assertThat(subscriber.cursor(1_000)).matches("[^_]*_[^_]*");
    }

    /** Left and joined again between the welcome and the moment from which on the connection hears of changes. */
    @Test
    void aRoomThatIsLeftAndJoinedAgainDuringTheHelloBeginsAnew() {
        FakeConnection connection = FakeConnection.inline();
        Subscriber subscriber = registry.open(connection, new Login(anna, "token"), 0);
        List<Start> starts = starts();
        RoomServer.done(house.rooms.leave(anna, room));
        RoomServer.done(house.rooms.join(anna, room));
        RoomsClient client = new RoomsClient(anna.log(), starts.get(0).position());
        following.begin(subscriber, "session", starts);
        awaitWhole(client, connection);
        assertThat(client.resets).containsExactly(room);
    }

    /** The account's log may say yet that it was left: a client would take that for the end of what has just begun. */
    @Test
    void aNewBeginningComesAfterAllThatTheAccountsLogSaidBefore() {
        for (int n = 0; n < 300; n++) house.log.append(anna.log());
        CompletableFuture<Void> gate = new CompletableFuture<>();
        FakeConnection connection = new FakeConnection(task -> gate.thenRunAsync(task, later));
        Subscriber subscriber = registry.open(connection, new Login(anna, "token"), 0);
        RoomLog own = house.log.open(anna.log());
        subscriber.prepare("session", List.of(new Start(own, 0, own.head(), null)));
        subscriber.begin();
        await().until(() -> connection.texts.size() == 1);
        RoomLog log = house.log.open(room);
        subscriber.logs().addOnce(new Start(log, 0, log.head(), "joined"), "{\"reset\":1}", () -> true);
        gate.complete(null);
        await().until(() -> connection.sequences(room).contains(log.head()));
        assertThat(connection.texts).as("premise").hasSizeGreaterThan(3);
        assertThat(connection.all().indexOf("reset"))
                .isGreaterThan(connection.all().indexOf("\"log\":" + own.id() + ",\"sequence\":" + own.head() + ","));
    }

    @Test
    void whoLeavesAndComesBackInQuickSuccessionIsThereInTheEnd() {
        List<FakeConnection> connections = new ArrayList<>();
        List<RoomsClient> clients = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            int delay = n * 3;
            connections.add(
                    n < 2
                            ? FakeConnection.inline()
                            : new FakeConnection(task -> later.schedule(task, delay, TimeUnit.MILLISECONDS)));
            List<Start> starts = starts();
            begin(connections.get(n), starts);
            clients.add(new RoomsClient(anna.log(), starts.get(0).position()));
        }
        Random random = new Random(3);
        for (int n = 0; n < 150; n++) {
            var left = house.rooms.leave(anna, room);
            if (random.nextBoolean()) house.messages.post(ben, room, "message-" + n, "between");
            var joined = house.rooms.join(anna, room);
            if (random.nextBoolean()) RoomServer.done(left);
            if (random.nextInt(4) == 0) RoomServer.done(joined);
        }
        RoomServer.done(house.messages.post(ben, room, "the-last-message", "here"));
        for (int n = 0; n < 6; n++) awaitWhole(clients.get(n), connections.get(n));
    }

    private void awaitWhole(RoomsClient client, FakeConnection connection) {
        long head = house.log.store.state(room).orElseThrow().head();
        await().untilAsserted(
                        () -> assertThat(client.take(connection.texts).in(room)).isEqualTo(head));
        assertThat(client.gaps).isEmpty();
        assertThat(client.resets).isNotEmpty();
    }

    private Subscriber begin(FakeConnection connection, List<Start> starts) {
        Subscriber subscriber = registry.open(connection, new Login(anna, "token"), 0);
        following.begin(subscriber, "session-" + connection.hashCode(), starts);
        return subscriber;
    }

    private List<Start> starts() {
        return house.log.logs.open(List.of(anna.log(), room)).stream()
                .map(this::start)
                .toList();
    }

    private Start start(RoomLog log) {
        return new Start(log, log.head(), log.head(), null);
    }
}
