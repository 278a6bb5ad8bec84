package org.holdfast.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipFile;
import org.holdfast.db.BackupFolder;
import org.holdfast.db.DataFolder;
import org.holdfast.db.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever way a data folder is put back, its logs are numbered under other names; and under the same as long as it is not. */
class NumberingTest {
    private static final String FILE = "holdfast.mv.db";

    @TempDir
    Path folder;

    private Path data;
    private String first;

    @BeforeEach
    void begin() {
        data = folder.resolve("data");
        start(database -> {
            database.jdbi().useTransaction(EventStore::create);
            first = epoch(database);
        });
    }

    @Test
    void aStartKeepsTheName() {
        assertThat(started()).isEqualTo(first);
        assertThat(started()).isEqualTo(first);
    }

    @Test
    void aDatabaseThatNobodyToldWhereItIsKeepsTheName() {
        start(database -> database.jdbi().useHandle(handle -> handle.execute("UPDATE site SET place = NULL")));
        assertThat(started()).isEqualTo(first);
    }

    @Test
    void aCopyThatWasMadeWhileTheServerWentOnIsNumberedAnewOnce() {
        Path backups = folder.resolve("backups");
        start(database -> new BackupFolder(database.jdbi(), backups.toString()).add(Instant.EPOCH, 1));
        assertThat(started()).as("the one that was copied").isEqualTo(first);
        unzip(backups.resolve("holdfast-19700101T000000Z.zip"));
        String second = started();
        assertThat(second).isNotEqualTo(first);
        assertThat(started()).isEqualTo(second);
    }

    @Test
    void aDatabaseThatIsPutBackAloneIsNumberedAnew() {
        Path kept = copy(data.resolve(FILE), folder.resolve("kept"));
        assertThat(started()).as("it goes on").isEqualTo(first);
        copy(kept, data.resolve(FILE));
        assertThat(started()).isNotEqualTo(first);
    }

    @Test
    void aWholeFolderThatIsPutBackIsNumberedAnew() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("kept"));
        try (var files = Files.list(data)) {
            for (Path file : files.toList()) copy(file, kept.resolve(file.getFileName()));
        }
        assertThat(started()).isEqualTo(first);
        try (var files = Files.list(kept)) {
            for (Path file : files.toList()) copy(file, data.resolve(file.getFileName()));
        }
        assertThat(started()).isNotEqualTo(first);
    }

    @Test
    void whatAPersonSaysIsBelievedOnce() throws IOException {
        Files.createFile(data.resolve("restored"));
        String second = started();
        assertThat(second).isNotEqualTo(first);
        assertThat(data.resolve("restored")).doesNotExist();
        assertThat(started()).isEqualTo(second);
    }

    private String started() {
        String[] epoch = new String[1];
        start(database -> epoch[0] = epoch(database));
        return epoch[0];
    }

    private void start(java.util.function.Consumer<Database> run) {
        DataFolder at = DataFolder.at(data.toString());
        try (Database database = Database.embedded(at, 2)) {
            at.ifRestored(isRestored -> new Numbering(database.jdbi(), database.place(at)).begin(isRestored));
            run.accept(database);
        }
    }

    private static String epoch(Database database) {
        List<String> epochs = database.jdbi()
                .withHandle(handle -> handle.select("SELECT epoch FROM log")
                        .mapTo(String.class)
                        .list());
        assertThat(epochs).hasSize(1);
        return epochs.get(0);
    }

    private void unzip(Path copy) {
        try (ZipFile zip = new ZipFile(copy.toFile());
                var content = zip.getInputStream(zip.getEntry(FILE))) {
            Files.copy(content, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As cp -p does it: what is there is written over, and has the times of the other. */
    private static Path copy(Path from, Path to) {
        try {
            Files.write(to, Files.readAllBytes(from));
            return Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
