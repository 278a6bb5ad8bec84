package org.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.holdfast.presence.PresenceState.AWAY;
import static org.holdfast.presence.PresenceState.OFFLINE;
import static org.holdfast.presence.PresenceState.ONLINE;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.log.LogServer;
import org.holdfast.log.Pages;
import org.holdfast.presence.PresenceState;
import org.holdfast.presence.Presences;
import org.holdfast.presence.Rosters;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Protocol section 4.2: who has a connection is shown, and told of the others. */
class AttendanceTest {
    private static final long GRACE = 15_000;

    @TempDir
    Path folder;

    private final ExecutorService tasks = Executors.newFixedThreadPool(3);
    private final Settings settings = Settings.of(
            Map.of("holdfast.pump.threads", "2", "holdfast.presence.wakes", "1", "holdfast.frame.bytes", "1024"));
    private final Workers workers = new Workers(tasks, Runnable::run, tasks);
    private RoomServer house;
    private ConnectionRegistry registry;
    private Attendance attendance;
    private Presences presences;
    private Account ada;
    private Account ben;
    private long room;

    @BeforeEach
    void start() {
        house = new RoomServer(folder);
        Fanout fanout = new Fanout(workers, settings);
        Rosters rosters = new Rosters(settings);
        Pages pages = new Pages(house.log.store, tasks, LogServer.SLICE_CHARS, 1_000_000);
        registry = new ConnectionRegistry(fanout, workers, pages, rosters, settings);
        presences = new Presences(house.memberships, rosters, house.shown);
        attendance = new Attendance(registry, presences, rosters, fanout, workers, settings);
        house.log.writer.announceTo(fanout::grew);
        ada = house.account("ada");
        ben = house.account("ben");
        room = RoomServer.done(house.create(ben, "room", ""));
        RoomServer.done(house.rooms.join(ada, room));
    }

    @AfterEach
    void stop() {
        tasks.shutdownNow();
        house.close();
    }

    @Test
    void whoIsShownIsToldOfTheOthersAndNobodyElseIs() {
        FakeConnection adas = FakeConnection.inline();
        FakeConnection silent = FakeConnection.inline();
        begin(ada, adas);
        begin(ben, silent);
        say(ada, ONLINE);
        presences.say(ben.id(), "elsewhere", AWAY, Long.MAX_VALUE);
        beat(1);
        await().untilAsserted(() -> assertThat(adas.all()).contains("\"away\":[" + ben.id() + "]"));
        house.log.append(room);
        await().untilAsserted(() -> assertThat(silent.all()).contains("\"more\""));
        assertThat(silent.all()).doesNotContain("presence");
    }

    @Test
    void whoseConnectionIsGoneIsShownForAMomentMore() {
        Subscriber subscriber = begin(ada, FakeConnection.inline());
        say(ada, ONLINE);
        long begin = Uptime.millis();
        beat(begin + 2 * GRACE);
        assertThat(presences.stateOf(ada.id())).isEqualTo(ONLINE);
        registry.closed(subscriber.connection());
        beat(begin + 3 * GRACE - 1);
        assertThat(presences.stateOf(ada.id())).isEqualTo(ONLINE);
        beat(begin + 3 * GRACE + 1);
        assertThat(presences.stateOf(ada.id())).isEqualTo(OFFLINE);
    }

    @Test
    void whoSaysOfflineIsNotShownAndNotToldAnyMore() {
        FakeConnection adas = FakeConnection.inline();
        begin(ada, adas);
        say(ada, ONLINE);
        await().untilAsserted(() -> assertThat(adas.all()).contains("presence"));
        say(ada, OFFLINE);
        int before = adas.texts.size();
        presences.say(ben.id(), "elsewhere", ONLINE, Long.MAX_VALUE);
        house.log.append(room);
        await().until(() -> adas.texts.size() > before);
        assertThat(presences.stateOf(ada.id())).isEqualTo(OFFLINE);
        assertThat(String.join("", adas.texts.subList(before, adas.texts.size())))
                .doesNotContain("presence");
    }

    @Test
    void whoPollsIsBelievedForAsLongAsAConnectionMayBeSilent() {
        say(ada, ONLINE);
        beat(Uptime.millis() + 2 * GRACE);
        assertThat(presences.stateOf(ada.id())).isEqualTo(ONLINE);
        beat(Uptime.millis() + 91_000);
        assertThat(presences.stateOf(ada.id())).isEqualTo(OFFLINE);
    }

    /** They are the first to be left out: events are never late for their sake. */
    @Test
    void whoIsBehindIsSentTheEventsFirst() {
        FakeConnection adas = FakeConnection.inline();
        for (int n = 0; n < 100; n++) house.log.append(room);
        say(ada, ONLINE);
        Subscriber subscriber = registry.open(adas, new Login(ada, "token"), 0);
        subscriber.prepare("session", List.of(new Start(house.log.open(room), 0, 0, null)));
        subscriber.present(ONLINE);
        subscriber.begin();
        long head = house.log.open(room).head();
        await().untilAsserted(() -> assertThat(adas.all()).contains("presence"));
        assertThat(adas.texts).as("premise").hasSizeGreaterThan(3);
        assertThat(adas.all().indexOf("presence")).isGreaterThan(adas.all().indexOf("\"sequence\":" + head + ","));
    }

    private Subscriber begin(Account account, FakeConnection connection) {
        Subscriber subscriber = registry.open(connection, new Login(account, "token"), 0);
        var log = house.log.open(room);
        subscriber.prepare("session", List.of(new Start(log, log.head(), log.head(), null)));
        subscriber.begin();
        return subscriber;
    }

    private void say(Account account, PresenceState state) {
        attendance.say(account.id(), "session", state);
    }

    private void beat(long now) {
        attendance.beat(new Beat(now));
    }
}
