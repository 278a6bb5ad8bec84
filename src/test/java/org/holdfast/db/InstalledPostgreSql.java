package org.holdfast.db;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.faults.Commands;

/** The PostgreSQL that the system brings, with all its programs: the one of the other tests has no pg_dump. */
public final class InstalledPostgreSql implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String ADMINISTRATOR = "postgres";

    private final Path programs;
    private final Path data;
    private final int port;

    private InstalledPostgreSql(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Where there is none the test is left out, with the reason. */
    public static InstalledPostgreSql start(Path folder) throws IOException {
        Path programs = newest();
        assumeTrue(programs != null, "No PostgreSQL in " + INSTALLED + " (Debian: apt-get install postgresql)");
        var started = new InstalledPostgreSql(programs, folder.resolve("cluster"), freePort());
        started.asNobody("initdb", "--auth=trust", "--username=" + ADMINISTRATOR, "--pgdata=" + started.data);
        started.asNobody(
                "pg_ctl",
                "--pgdata=" + started.data,
                "--wait",
                "--log=" + folder.resolve("log"),
                "--options=-p " + started.port + " -h 127.0.0.1 -k " + folder,
                "start");
        return started;
    }

    public DatabaseAddress database(String name, String user) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + name, user, "");
    }

    public void administer(String sql) {
        run("psql", ADMINISTRATOR, "--dbname=postgres", "--command=" + sql);
    }

    /** One of its programs, on this server. */
    public void run(String program, String user, String... arguments) {
        List<String> command = command(program, "--host=127.0.0.1", "--port=" + port, "--username=" + user);
        command.addAll(List.of(arguments));
        Commands.run(command.toArray(String[]::new));
    }

    @Override
    public void close() {
        asNobody("pg_ctl", "--pgdata=" + data, "--mode=immediate", "stop");
    }

    /** These refuse to be root's. */
    private void asNobody(String program, String... arguments) {
        List<String> command = command(program, arguments);
        if (System.getProperty("user.name").equals("root")) command.addAll(0, List.of("unshare", "--user"));
        Commands.run(command.toArray(String[]::new));
    }

    private List<String> command(String program, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(programs.resolve("bin").resolve(program).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path newest() throws IOException {
        if (!Files.exists(INSTALLED)) return null;
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(version ->
                            Files.exists(version.resolve("bin/pg_dump")) && Files.exists(version.resolve("bin/initdb")))
                    .max(Path::compareTo)
                    .orElse(null);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
