package org.holdfast.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void aMissingFolderIsMade() {
        Path wanted = folder.resolve("a/b");
        assertThat(DataFolder.at(wanted.toString()).path()).isEqualTo(wanted).isDirectory();
    }

    @Test
    void aRelativeNameThatLandsInTheTemporaryFolderIsRefused() {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("holdfast-data"));
        assertThatThrownBy(() -> DataFolder.at(relative.toString()))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("holdfast.data");
        assertThat(folder.resolve("holdfast-data")).doesNotExist();
    }

    @Test
    void aFileWhereTheFolderShouldBeIsAClearError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.at(file.toString()))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aPathThatTheDatabaseWouldMisreadIsRefused() {
        assertThatThrownBy(() -> DataFolder.at(folder.resolve("a;INIT=x").toString()))
                .isInstanceOf(Unusable.class);
    }
}
