package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.holdfast.db.DataFolder;
import org.holdfast.db.Database;
import org.holdfast.db.InstalledPostgreSql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pg_dump wrote is put back, by the commands of src/docs/operating.md, on the PostgreSQL that is installed here. */
class DumpTest {
    /** One who may do nothing but own it. */
    private static final String OWNER = "holdfast";

    @TempDir
    static Path cluster;

    @TempDir
    Path folder;

    private static InstalledPostgreSql server;
    private String first;

    @BeforeAll
    static void install() throws IOException {
        server = InstalledPostgreSql.start(cluster);
        server.administer("CREATE ROLE holdfast LOGIN");
    }

    @AfterAll
    static void stop() {
        if (server != null) server.close();
    }

    @BeforeEach
    void begin() {
        server.administer("DROP DATABASE IF EXISTS holdfast");
        create();
        try (Database database = started()) {
            database.jdbi().useTransaction(EventStore::create);
            first = epoch(database);
        }
    }

    @Test
    void aStartKeepsTheName() {
        assertThat(restarted()).isEqualTo(first);
        assertThat(restarted()).isEqualTo(first);
        try (Database database = started()) {
            String place = database.jdbi()
                    .withHandle(handle -> handle.select("SELECT place FROM site")
                            .mapTo(String.class)
                            .one());
            assertThat(place).as("cluster, timeline, database, table").matches("\\d+ [0-9A-F]{8} \\d+ \\d+");
        }
    }

    @Test
    void whatIsPutIntoANewDatabaseIsNumberedAnewOnce() {
        dump();
        assertThat(restarted()).as("it goes on").isEqualTo(first);
        server.administer("DROP DATABASE holdfast");
        create();
        server.run("pg_restore", OWNER, "--dbname=holdfast", "--exit-on-error", file());
        String second = restarted();
        assertThat(second).isNotEqualTo(first);
        assertThat(restarted()).isEqualTo(second);
    }

    @Test
    void whatIsPutInPlaceOfTheTablesIsNumberedAnew() {
        dump();
        server.run("pg_restore", OWNER, "--dbname=holdfast", "--clean", "--exit-on-error", file());
        assertThat(restarted()).isNotEqualTo(first);
    }

    private void dump() {
        server.run("pg_dump", OWNER, "--dbname=holdfast", "--format=custom", "--file=" + file());
    }

    private String file() {
        return folder.resolve("holdfast.dump").toString();
    }

    private String restarted() {
        try (Database database = started()) {
            return epoch(database);
        }
    }

    private Database started() {
        Database database = Database.postgreSql(server.database("holdfast", OWNER), 2, Duration.ofSeconds(30));
        new Numbering(database.jdbi(), database.place(DataFolder.at(folder.toString()))).begin(false);
        return database;
    }

    private static String epoch(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.select("SELECT epoch FROM log")
                        .mapTo(String.class)
                        .one());
    }

    private static void create() {
        server.administer("CREATE DATABASE holdfast OWNER holdfast ENCODING 'UTF8' TEMPLATE template0");
    }
}
