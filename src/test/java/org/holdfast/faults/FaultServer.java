package org.holdfast.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.holdfast.db.DatabaseAddress;
import org.holdfast.lab.PayaraMicro;
import org.holdfast.lab.Person;
import org.holdfast.lab.Seen;

/** A server with taps, a clock that can be shifted and a disk that can be full, and the people who have an account there. */
final class FaultServer implements AutoCloseable {
    static final int PEOPLE = 8;

    private final Path folder = newFolder();
    private final PayaraMicro micro;
    private final Possible<ShiftedClock> clock;
    private final Possible<SmallDisk> disk;
    private final Supplier<Ledger> ledger;
    private final List<Person> people;
    private final Map<Long, List<Seen>> judged = new HashMap<>();

    static FaultServer embedded() {
        return new FaultServer(
                "faults", Map.of(), micro -> SmallDisk.at(micro.data()), micro -> Ledger.of(micro.data()));
    }

    static FaultServer on(DatabaseAddress database) {
        return new FaultServer(
                "faults-on-a-database",
                Map.of("holdfast.database.url", database.url(), "holdfast.database.user", database.user()),
                micro -> {
                    throw new IllegalStateException("PostgreSQL has its own");
                },
                micro -> Ledger.of(database));
    }

    private FaultServer(
            String name,
            Map<String, String> settings,
            Function<PayaraMicro, SmallDisk> disk,
            Function<PayaraMicro, Ledger> ledger) {
        micro = new PayaraMicro(name, TappedWar.make())
                .with(Point.FOLDER, folder.toAbsolutePath().toString())
                .with("holdfast.commands.rate", "0")
                .with("holdfast.connections.per.account", "0")
                .with("holdfast.snapshot.events", "0")
                .with("holdfast.ring.size", "64")
                .with("holdfast.heartbeat.interval", "1s")
                .with("holdfast.heartbeat.silence", "3s")
                .with("holdfast.heartbeat.evict", "4s");
        settings.forEach(micro::with);
        this.clock = Possible.of("a clock that jumps", () -> ShiftedClock.of(micro, folder));
        this.disk = Possible.of("a full disk", () -> disk.apply(micro));
        this.ledger = () -> ledger.apply(micro);
        micro.start();
        people = IntStream.range(0, PEOPLE)
                .mapToObj(n -> Person.signUp(micro.uri(), "person " + n))
                .toList();
    }

    PayaraMicro micro() {
        return micro;
    }

    List<Person> people() {
        return people;
    }

    Path taps() {
        return folder;
    }

    Possible<ShiftedClock> clock() {
        return clock;
    }

    Possible<SmallDisk> disk() {
        return disk;
    }

    /** What the database has; the server must not run. */
    Ledger ledger() {
        return ledger.get();
    }

    /** A room whose log was found right, to be found the same on the disk in the end. */
    void judged(long room, List<Seen> log) {
        judged.put(room, log);
    }

    Map<Long, List<Seen>> judged() {
        return judged;
    }

    @Override
    public void close() {
        micro.close();
        disk.ifSo(SmallDisk::close);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "lab")), "taps-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
