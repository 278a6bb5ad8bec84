package org.holdfast.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.account.Role;
import org.holdfast.delivery.Attendance;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Fanout;
import org.holdfast.delivery.Following;
import org.holdfast.delivery.ResumePoint;
import org.holdfast.delivery.Workers;
import org.holdfast.log.Pages;
import org.holdfast.presence.Presences;
import org.holdfast.presence.Rosters;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** All that a hello goes through, from the database to the connection, as a server has just started it. */
final class StormServer implements AutoCloseable {
    private static final String OWN = "own";
    private static final int WORKERS = 8;
    private static final Showing NEITHER = new Showing(null, "");

    private final ExecutorService lanes = Executors.newFixedThreadPool(2);
    private final ExecutorService tasks = Executors.newFixedThreadPool(WORKERS);
    final RoomServer house;
    private final ConnectionRegistry registry;
    private final Greeting greeting;

    StormServer(Path folder) {
        Settings settings = Settings.of(Map.of());
        house = new RoomServer(folder);
        Workers workers = new Workers(lanes, tasks, tasks);
        Fanout fanout = new Fanout(workers, settings);
        Pages pages = new Pages(
                house.log.store, tasks, settings.number(Setting.FRAME_BYTES), settings.number(Setting.PAGE_CACHE));
        Rosters rosters = new Rosters(settings);
        registry = new ConnectionRegistry(fanout, workers, pages, rosters, settings);
        Following following = new Following(registry, house.access, house.rooms, house.log.logs, workers, settings);
        Attendance attendance = new Attendance(
                registry, new Presences(house.memberships, rosters, house.shown), rosters, fanout, workers, settings);
        greeting = new Greeting(
                house.rooms, house.log.logs, following, attendance, rosters, new Welcome(settings), settings);
        house.log.writer.announceTo(fanout::grew);
    }

    /** So many people in one room, which has events; each has a log of its own with a few events. */
    long settle(int people, int events) {
        Account host = house.account("host");
        long room = RoomServer.done(house.create(host, "square", ""));
        house.log.jdbi.useTransaction(handle -> {
            handle.execute("INSERT INTO log (epoch, last_sequence) SELECT ?, 2 FROM SYSTEM_RANGE(1, ?)", OWN, people);
            handle.execute(
                    "INSERT INTO event (log, sequence, type, at, author, author_name, body)"
                            + " SELECT log.id, n.x, 'read', 1, NULL, 'x', '{}' FROM log, SYSTEM_RANGE(1, 2) n WHERE log.epoch = ?",
                    OWN);
            handle.execute(
                    "INSERT INTO account (log, name, name_key, display_name, password_hash, role, created_at)"
                            + " SELECT id, 'p' || id, 'p' || id, 'p', '', 'member', 1 FROM log WHERE epoch = ?",
                    OWN);
            handle.execute(
                    "INSERT INTO membership (room, account, joined_at) SELECT ?, id, 1 FROM account WHERE display_name = 'p'",
                    room);
        });
        house.log.commitElsewhere(room, 3, events);
        return room;
    }

    List<Account> people() {
        return house.log.jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, log, name FROM account WHERE display_name = 'p' ORDER BY id")
                .map((row, context) -> new Account(row.getLong(1), row.getLong(2), row.getString(3), "p", Role.MEMBER))
                .list());
    }

    String epoch(long room) {
        return house.log.store.state(room).orElseThrow().epoch();
    }

    /** Says hello, with a position in the room. */
    void resume(Returning who, long room, ResumePoint point) {
        greeting.greet(
                registry.open(who, new Login(who.account, "token"), 0),
                new HelloData(
                        1, who.name(), 0, 0, NEITHER, Map.of(who.account.log(), new ResumePoint(OWN, 2), room, point)));
    }

    @Override
    public void close() {
        lanes.shutdownNow();
        tasks.shutdownNow();
        house.close();
    }
}
