package org.holdfast.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StyleSheetTest {
    private static final Path WEBAPP = Path.of("webapp");

    @Test
    void whatItImportsStandsInItsPlaceInOrder() throws IOException {
        var shipped = shipped("/* x */\n@import './a.css';\n@import './b.css';\nc {}\n");
        assertThat(shipped)
                .isEqualTo("/* x */\n/css/a.css { content: '$1\\' }\n/css/b.css { content: '$1\\' }\nc {}\n");
    }

    @Test
    void ofAnotherFolderAndOfOthersNothingIsTaken() throws IOException {
        var sheet =
                "@import '../WEB-INF/web.css';\n@import './../a.css';\n@import url(https://elsewhere.example/a.css);\n";
        assertThat(shipped(sheet)).isEqualTo(sheet);
    }

    @Test
    void whatIsNotThereIsNamed() {
        var sheet = "@import './gone.css';\n".getBytes(UTF_8);
        assertThatThrownBy(() -> StyleSheet.withImports("/css/page.css", sheet, path -> null))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("/css/gone.css");
    }

    @Test
    void thePageIsSentAsOne() throws IOException {
        var page = "/css/page.css";
        var shipped = new String(StyleSheet.withImports(page, read(page), StyleSheetTest::read), UTF_8);
        assertThat(shipped).doesNotContain("@import").endsWith(new String(read("/css/density.css"), UTF_8));
    }

    private static String shipped(String sheet) throws IOException {
        var whole = StyleSheet.withImports(
                "/css/page.css", sheet.getBytes(UTF_8), path -> (path + " { content: '$1\\' }\n").getBytes(UTF_8));
        return new String(whole, UTF_8);
    }

    private static byte[] read(String path) throws IOException {
        return Files.readAllBytes(WEBAPP.resolve(path.substring(1)));
    }
}
