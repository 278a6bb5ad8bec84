package org.holdfast.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.holdfast.log.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a database that is in use. */
class BackupFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    Path folder;

    private Database database;
    private BackupFolder backups;

    @BeforeEach
    void open() {
        database = Database.embedded(DataFolder.at(folder.resolve("data").toString()), 5);
        backups = new BackupFolder(database.jdbi(), folder.resolve("backups").toString());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneIsDueWhenTheLastIsAsOldAsItMayBe() {
        assertThat(backups.isDue(NOON, Duration.ofDays(1))).isTrue();
        backups.add(NOON, 7);
        assertThat(backups.isDue(NOON.plusSeconds(86_399), Duration.ofDays(1))).isFalse();
        assertThat(backups.isDue(NOON.plusSeconds(86_400), Duration.ofDays(1))).isTrue();
    }

    @Test
    void theOldestGoAndWhatIsNoneOfThemStays() throws Exception {
        Path mine = Files.createFile(folder.resolve("backups/holdfast-mine.zip"));
        for (int day = 0; day < 4; day++) backups.add(NOON.plus(Duration.ofDays(day)), 2);
        try (var all = Files.list(folder.resolve("backups"))) {
            assertThat(all)
                    .containsExactlyInAnyOrder(
                            mine,
                            folder.resolve("backups/holdfast-20261201T120000Z.zip"),
                            folder.resolve("backups/holdfast-20261202T120000Z.zip"));
        }
    }

    /** Who is told of a commit after the copy was begun may be in it or not; who was told before is. */
    @Test
    void aCopyHasAllThatWasCommittedBeforeAndIsWholeWhilePeopleGoOn() throws Exception {
        List<Long> before = List.of(create(), create(), create());
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> {
            while (!isOver.get()) create();
        });
        backups.add(NOON, 7);
        isOver.set(true);
        talk.join();
        Path restored = Files.createDirectories(folder.resolve("restored"));
        try (ZipFile zip = new ZipFile(
                folder.resolve("backups/holdfast-20261129T120000Z.zip").toFile())) {
            Files.copy(zip.getInputStream(zip.getEntry("holdfast.mv.db")), restored.resolve("holdfast.mv.db"));
        }
        try (Database copy = Database.embedded(DataFolder.at(restored.toString()), 2)) {
            List<Long> logs = copy.jdbi()
                    .withHandle(handle -> handle.select("SELECT id FROM log ORDER BY id")
                            .mapTo(Long.class)
                            .list());
            assertThat(logs).containsAll(before);
            long count = logs.size();
            assertThat(logs.get(logs.size() - 1)).as("no hole").isEqualTo(count);
        }
    }

    private long create() {
        return database.jdbi().inTransaction(EventStore::create);
    }
}
