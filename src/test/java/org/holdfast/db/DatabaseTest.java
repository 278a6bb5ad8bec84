package org.holdfast.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path folder;

    @Test
    void theTablesAreThereAfterTheFirstStartAndStillHoldTheirRowsAfterTheSecond() {
        try (Database database = open()) {
            database.jdbi().useHandle(handle -> handle.execute("INSERT INTO log (epoch) VALUES ('first')"));
        }
        try (Database database = open()) {
            assertThat(epochs(database)).containsExactly("first");
        }
    }

    @Test
    void anotherServerOnTheSameFolderIsRefusedWithAReason() throws Exception {
        open().close();
        try (OtherServer other = OtherServer.on(folder)) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by another server");
        }
    }

    @Test
    void aDatabaseThatANewerOneHasUsedIsRefused() {
        try (Database database = open()) {
            database.jdbi()
                    .useHandle(
                            handle -> handle.execute(
                                    "INSERT INTO \"flyway_schema_history\""
                                            + " SELECT 999, '999', \"description\", \"type\", \"script\", \"checksum\", \"installed_by\", \"installed_on\","
                                            + " \"execution_time\", \"success\" FROM \"flyway_schema_history\" WHERE \"version\" = '1'"));
        }
        assertThatThrownBy(this::open).isInstanceOf(Unusable.class).hasMessageContaining("newer Holdfast");
    }

    @Test
    void everyCommitIsWrittenBeforeItReturns() {
        try (Database database = open()) {
            List<String> delays = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT setting_value FROM information_schema.settings"
                                    + " WHERE setting_name = 'WRITE_DELAY'")
                            .mapTo(String.class)
                            .list());
            assertThat(delays).isNotEmpty().containsOnly("0");
        }
    }

    @Test
    void aPoolOfTheServerIsMigratedAndLeftOpen() throws Exception {
        JdbcDataSource own = new JdbcDataSource();
        own.setURL("jdbc:h2:file:" + folder.resolve("own"));
        try (Connection held = own.getConnection()) {
            Database database = Database.of(own);
            database.close();
            assertThat(database.answers()).isTrue();
            assertThat(held.isValid(1)).isTrue();
        }
    }

    @Test
    void aClosedDatabaseDoesNotAnswer() {
        Database database = open();
        assertThat(database.answers()).isTrue();
        database.close();
        assertThat(database.answers()).isFalse();
    }

    @Test
    void everyMigrationInTheFolderIsNamed() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(Migrations.NAMES);
        }
    }

    @Test
    void noJacksonIsNeeded() {
        assertThatThrownBy(() -> Class.forName("tools.jackson.databind.ObjectMapper"))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatCode(() -> open().close()).doesNotThrowAnyException();
    }

    private Database open() {
        return Database.embedded(DataFolder.at(folder.toString()), 2);
    }

    private static List<String> epochs(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT epoch FROM log")
                        .mapTo(String.class)
                        .list());
    }
}
