package org.holdfast.demo;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.holdfast.account.Accounts;
import org.holdfast.account.LoginAttempts;
import org.holdfast.account.Passwords;
import org.holdfast.account.Standings;
import org.holdfast.db.DataFolder;
import org.holdfast.db.Database;
import org.holdfast.file.FilesOfDemo;
import org.holdfast.file.RoomFiles;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogWriter;
import org.holdfast.log.RingSize;
import org.holdfast.log.RoomLogs;
import org.holdfast.message.Messages;
import org.holdfast.presence.Presences;
import org.holdfast.presence.Rosters;
import org.holdfast.profile.ShownPeople;
import org.holdfast.room.Access;
import org.holdfast.room.DirectRooms;
import org.holdfast.room.MembershipChanged;
import org.holdfast.room.Memberships;
import org.holdfast.room.People;
import org.holdfast.room.Rooms;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** The server's own classes on a data folder, without a container and with another clock. */
final class House implements AutoCloseable {
    private static final int MOST_WRITES = 10_000;
    private static final int IN_A_BATCH = 256;
    private static final int MOST_CHARS = 1_000_000;

    final Hours hours;
    final Jdbi jdbi;
    final Accounts accounts;
    final Rooms rooms;
    final People people;
    final DirectRooms directs;
    final Messages messages;
    final RoomFiles files;

    private final Database database;

    House(Path folder, Hours hours) {
        Settings settings =
                Settings.of(Map.of("holdfast.data", folder.toString(), "holdfast.password.iterations", "100000"));
        this.hours = hours;
        database = Database.embedded(DataFolder.at(folder.toString()), 2);
        jdbi = database.jdbi();
        // Of a demonstration that is not whole nothing is kept: no commit has to be on the disk at once.
        jdbi.useHandle(handle -> handle.execute("SET WRITE_DELAY 5000"));
        jdbi.useHandle(handle -> handle.execute("SET CACHE_SIZE 262144"));
        EventStore store = new EventStore(jdbi);
        RoomLogs logs = new RoomLogs(store, new RingSize(1, MOST_CHARS), MOST_CHARS);
        LogWriter writer = new LogWriter(jdbi, store, logs, hours, MOST_WRITES, IN_A_BATCH, hours);
        Memberships memberships = new Memberships(jdbi, settings, nobodyListens());
        Access access = new Access(jdbi, new Standings(jdbi, settings), memberships);
        accounts = new Accounts(jdbi, new Passwords(settings), new LoginAttempts(settings), settings);
        rooms = new Rooms(jdbi, writer, memberships, access);
        people = new People(jdbi, writer, access, memberships);
        directs = new DirectRooms(jdbi, writer, access, memberships);
        ShownPeople shown = new ShownPeople(jdbi, change -> {});
        messages = new Messages(writer, access, settings, new Presences(memberships, new Rosters(settings), shown));
        files = FilesOfDemo.in(jdbi, access, settings);
    }

    /** The container's side of an event. */
    @SuppressWarnings("unchecked")
    private static Event<MembershipChanged> nobodyListens() {
        return (Event<MembershipChanged>) Proxy.newProxyInstance(
                House.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }

    @Override
    public void close() {
        database.close();
    }
}
