package org.holdfast.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.holdfast.log.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told of a PostgreSQL that can't be used, and what one that can is used for. */
class PostgreSqlTest {
    private static final String SECRET = "correct horse";
    private static final Duration ANSWER = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @BeforeAll
    static void someoneWhoHasToSayAPassword() {
        RealPostgreSql.lock("chat", SECRET);
    }

    @AfterEach
    void asBefore() {
        RealPostgreSql.execute("ALTER ROLE chat RESET ALL");
    }

    @AfterAll
    static void nobodyElseWants() {
        RealPostgreSql.execute("DROP OWNED BY chat");
    }

    @Test
    void theTablesAreMadeOnceByTwoNodesThatStartTogether() {
        DatabaseAddress address = RealPostgreSql.schema(folder);
        List<CompletableFuture<Database>> nodes = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> Database.postgreSql(address, 3, ANSWER)))
                .limit(2)
                .toList();
        nodes.get(0).join().jdbi().useTransaction(EventStore::create);
        try (Database first = nodes.get(0).join();
                Database second = nodes.get(1).join()) {
            assertThat(Engine.of(first.jdbi())).isEqualTo(Engine.POSTGRESQL);
            assertThat(second.answers()).isTrue();
            List<Long> logs = second.jdbi()
                    .withHandle(handle -> handle.select("SELECT id FROM log")
                            .mapTo(Long.class)
                            .list());
            assertThat(logs).hasSize(1);
        }
    }

    @Test
    void aPoolOfTheServerIsAsGood() {
        try (Database database = Database.of(PostgreSql.at(RealPostgreSql.schema(folder)))) {
            assertThat(database.answers()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "synchronous_commit, off, acknowledged messages could be lost",
        "default_transaction_isolation, repeatable read, default_transaction_isolation",
        "default_transaction_read_only, on, name the primary",
    })
    void aSettingThatBreaksThePromiseIsRefusedWithWhatToDo(String setting, String value, String remedy) {
        RealPostgreSql.execute("ALTER ROLE chat SET " + setting + " = '" + value + "'");
        assertThatThrownBy(() -> open("postgres", SECRET))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("is " + (value.equals("on") ? "read-only" : value))
                .hasMessageContaining(remedy);
    }

    @Test
    void anEncodingThatCanNotHoldEveryTextIsRefused() {
        RealPostgreSql.execute("DROP DATABASE IF EXISTS latin");
        RealPostgreSql.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        assertThatThrownBy(() -> open("latin", SECRET)).hasMessageContaining("ENCODING 'UTF8'");
    }

    @Test
    void oneThatIsTooOldIsRefused() throws Exception {
        try (Connection connection =
                PostgreSql.at(RealPostgreSql.schema(folder)).getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            PostgreSql.check(connection, version);
            assertThatThrownBy(() -> PostgreSql.check(connection, version + 1))
                    .hasMessageContaining("PostgreSQL " + version + " is too old")
                    .hasMessageContaining((version + 1) + " or newer");
        }
    }

    @Test
    void aWrongPasswordAndAMissingDatabaseAreSaidSoAndNoPasswordIs() {
        assertThatThrownBy(() -> open("postgres", "wrong horse"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("the password is wrong")
                .hasMessageContaining("holdfast.database.password")
                .hasMessageNotContaining("wrong horse");
        assertThatThrownBy(() -> open("nowhere", SECRET))
                .hasMessageContaining("there is no such database")
                .hasMessageContaining("/nowhere as \"chat\"");
    }

    @Test
    void anAddressWhereNobodyAnswersIsSaidSo() {
        var address = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/chat", "chat", SECRET);
        assertThatThrownBy(() -> Database.postgreSql(address, 2, ANSWER))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("127.0.0.1:1/chat")
                .hasMessageContaining("is it running there");
    }

    @Test
    void thePasswordMayBeInAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), SECRET + "\n");
        assertThat(Password.of("", file.toString(), "x.file")).isEqualTo(SECRET);
        assertThat(Password.of(SECRET, "", "x.file")).isEqualTo(SECRET);
        assertThatThrownBy(() -> Password.of("", folder.resolve("none").toString(), "x.file"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("x.file");
    }

    private static void open(String database, String password) {
        Database.postgreSql(new DatabaseAddress(RealPostgreSql.url(database), "chat", password), 2, ANSWER)
                .close();
    }
}
