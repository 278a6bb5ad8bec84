package org.holdfast.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.demo.Demo;
import org.holdfast.log.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's year of talk is moved from its data folder into PostgreSQL. */
class ImportTest {
    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final String schema = "s" + UUID.randomUUID().toString().replace("-", "");
    private DataFolder data;
    private Database postgreSql;

    @BeforeAll
    static void live() throws IOException {
        Demo.make(made.resolve("year"), 600, 250);
    }

    @BeforeEach
    void take() throws IOException {
        data = DataFolder.at(folder.resolve("data").toString());
        Files.copy(made.resolve("year/holdfast.mv.db"), file());
        postgreSql = Database.postgreSql(RealPostgreSql.schema(schema), 2, Duration.ofSeconds(30));
    }

    @AfterEach
    void drop() {
        postgreSql.close();
        RealPostgreSql.execute("DROP SCHEMA " + schema + " CASCADE");
    }

    @Test
    void everyRowOfEveryTableIsThereAndTheFolderIsAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(file());
        postgreSql.takeOver(data);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        Map<String, List<String>> rows = read(postgreSql);
        assertThat(rows).isEqualTo(embedded());
        assertThat(rows).as("premise: of all sorts").allSatisfy((table, all) -> {
            if (SPOKEN.contains(table)) assertThat(all).as(table).isNotEmpty();
        });
    }

    /** What a year of talk has rows in. */
    private static final List<String> SPOKEN = List.of(
            "log",
            "account",
            "site",
            "room",
            "membership",
            "read_mark",
            "event",
            "file",
            "message_change",
            "message_edit",
            "reaction",
            "reply",
            "thread_follow");

    @Test
    void numbersGoOnWhereTheyWere() {
        long last;
        try (Database embedded = Database.embedded(data, 2)) {
            last = embedded.jdbi().inTransaction(EventStore::create);
            embedded.jdbi().useHandle(handle -> handle.execute("DELETE FROM log WHERE id = ?", last));
        }
        postgreSql.takeOver(data);
        long next = postgreSql.jdbi().inTransaction(EventStore::create);
        assertThat(next).as("a number that was given out is not given again").isGreaterThan(last);
    }

    @Test
    void whatAServerLeftThatWasKilledIsMovedToo() throws IOException {
        Path killed = folder.resolve("killed");
        try (Database embedded = Database.embedded(data, 2)) {
            embedded.jdbi().useTransaction(EventStore::create);
            embedded.jdbi().useTransaction(unfinished -> {
                unfinished.execute("UPDATE room SET topic = 'never said'");
                Files.createDirectories(killed);
                Files.copy(file(), killed.resolve(file().getFileName()));
            });
        }
        postgreSql.takeOver(DataFolder.at(killed.toString()));
        List<String> topics = postgreSql
                .jdbi()
                .withHandle(handle -> handle.select("SELECT topic FROM room")
                        .mapTo(String.class)
                        .list());
        assertThat(topics).isNotEmpty().doesNotContain("never said");
    }

    @Test
    void aSecondStartFindsItDone() throws Exception {
        postgreSql.takeOver(data);
        postgreSql.jdbi().useTransaction(EventStore::create);
        Map<String, List<String>> before = read(postgreSql);
        postgreSql.takeOver(data);
        assertThat(read(postgreSql)).isEqualTo(before);
    }

    @Test
    void oneThatHasGoneOnSinceIsNotTakenForMoved() {
        postgreSql.takeOver(data);
        try (Database embedded = Database.embedded(data, 2)) {
            embedded.jdbi().useHandle(handle -> handle.execute("UPDATE log SET last_sequence = last_sequence + 1"));
        }
        refused("has gone on since");
    }

    @Test
    void aDatabaseThatHoldsAnythingIsRefusedAndLeftAsItIs() throws Exception {
        postgreSql.jdbi().useTransaction(EventStore::create);
        Map<String, List<String>> before = read(postgreSql);
        refused("rows in \"log\"");
        assertThat(read(postgreSql)).isEqualTo(before);
    }

    @Test
    void whatFailsInTheMiddleLeavesNothingAndCanBeDoneAgain() throws Exception {
        Map<String, List<String>> empty = read(postgreSql);
        postgreSql.jdbi().useHandle(handle -> handle.execute("ALTER TABLE reaction ADD CHECK (emoji = 'no other')"));
        refused("rows of reaction are not taken, SQL state 23514");
        assertThat(read(postgreSql)).isEqualTo(empty);
        postgreSql
                .jdbi()
                .useHandle(handle -> handle.execute("ALTER TABLE reaction DROP CONSTRAINT reaction_emoji_check"));
        postgreSql.takeOver(data);
        assertThat(read(postgreSql)).isEqualTo(embedded());
    }

    @Test
    void anotherVersionsTablesAreRefused() {
        postgreSql
                .jdbi()
                .useHandle(
                        handle -> handle.execute(
                                "INSERT INTO flyway_schema_history SELECT 999, '999', description, type, script, checksum, installed_by,"
                                        + " installed_on, execution_time, success FROM flyway_schema_history WHERE installed_rank = 1"));
        refused("an older Holdfast used it last");
    }

    @Test
    void oneThatIsInUseOrNotThereIsRefused() throws Exception {
        try (OtherServer other = OtherServer.on(data.path())) {
            refused("in use by another server");
        }
        Files.delete(file());
        refused("There is no embedded database in " + data.path());
    }

    private void refused(String why) {
        assertThatThrownBy(() -> postgreSql.takeOver(data))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(why);
    }

    private Path file() {
        return data.path().resolve("holdfast.mv.db");
    }

    private Map<String, List<String>> embedded() throws SQLException {
        try (Database embedded = Database.embedded(data, 2)) {
            return read(embedded);
        }
    }

    /** All that is in a database, of whatever tables it says that it has. */
    private static Map<String, List<String>> read(Database database) throws SQLException {
        try (Connection connection = database.kept().getConnection()) {
            return Tables.of(connection).stream()
                    .collect(Collectors.toMap(Table::name, table -> rows(connection, table)));
        }
    }

    private static List<String> rows(Connection connection, Table table) {
        try {
            return Rows.of(connection, table.select()).stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
        } catch (SQLException unread) {
            throw new IllegalStateException(unread);
        }
    }
}
