package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {

    /** SHA-256 of "{}" in Base64. */
    private static final String EMPTY_MAP = "'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='";

    @Test
    void onlyTheInlineScriptsOfThePageAreAllowedByTheirHash() {
        String policy = ofPages("<script type=\"importmap\">{}</script><script src=\"a.js\">x</script>");
        assertThat(policy).contains("script-src 'self' " + EMPTY_MAP + ";");
    }

    @Test
    void theHashIsOfWhatTheBrowserReads() {
        assertThat(ofPages("<script>a\r\nb</script>")).isEqualTo(ofPages("<script>a\nb</script>"));
    }

    @Test
    void severalPagesShareAPolicyThatHasTheScriptsOfEach() {
        String policy = ofPages("<script>a</script>" + "<script>b</script>");
        assertThat(policy.split("sha256-")).hasSize(3);
    }

    @Test
    void onlyOurOwnPagesAndThoseOfTheSettingShowOursInAFrame() {
        assertThat(ofPages("")).endsWith("; frame-ancestors 'self'");
        assertThat(ContentPolicy.ofPages("", List.of("https://portal.example", "https://wiki.example")))
                .endsWith("; frame-ancestors 'self' https://portal.example https://wiki.example");
    }

    @Test
    void nothingUnsafeIsAllowed() throws IOException {
        assertThat(ofPages(Files.readString(Path.of("webapp/index.html"))))
                .doesNotContain("unsafe")
                .contains("object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'");
    }

    private static String ofPages(String pages) {
        return ContentPolicy.ofPages(pages, List.of());
    }
}
