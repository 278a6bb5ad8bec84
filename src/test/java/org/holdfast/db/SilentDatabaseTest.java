package org.holdfast.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.holdfast.lab.TcpProxy;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL whose machine is gone without a word: no end is told, and no answer comes. */
class SilentDatabaseTest {
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void whoeverWaitsForAnAnswerIsLetGoAndTheNextOneIsAnsweredAgain() {
        DatabaseAddress real = RealPostgreSql.schema(folder);
        try (TcpProxy line = new TcpProxy(port(real));
                Database database = Database.postgreSql(through(line, real), 2, ANSWER)) {
            assertThat(database.answers()).isTrue();
            CompletableFuture<Void> asked =
                    CompletableFuture.runAsync(() -> database.jdbi().useHandle(handle -> {
                        line.silence();
                        handle.execute("SELECT 1");
                    }));
            assertThat(asked)
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(JdbiException.class);
            line.pass();
            await().atMost(PATIENCE).until(database::answers);
        }
    }

    private static int port(DatabaseAddress real) {
        return URI.create(real.url().substring("jdbc:".length())).getPort();
    }

    private static DatabaseAddress through(TcpProxy line, DatabaseAddress real) {
        String url = real.url().replace(":" + port(real) + "/", ":" + line.port() + "/");
        return new DatabaseAddress(url, real.user(), real.password());
    }
}
