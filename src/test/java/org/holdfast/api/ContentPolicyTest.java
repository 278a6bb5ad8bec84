package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {

    /** SHA-256 of "{}" in Base64. */
    private static final String EMPTY_MAP = "'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='";

    @Test
    void onlyTheInlineScriptsOfThePageAreAllowedByTheirHash() {
        String policy = ContentPolicy.of("<script type=\"importmap\">{}</script><script src=\"a.js\">x</script>");
        assertThat(policy).contains("script-src 'self' " + EMPTY_MAP + ";");
    }

    @Test
    void theHashIsOfWhatTheBrowserReads() {
        assertThat(ContentPolicy.of("<script>a\r\nb</script>")).isEqualTo(ContentPolicy.of("<script>a\nb</script>"));
    }

    @Test
    void severalPagesShareAPolicyThatHasTheScriptsOfEach() {
        String policy = ContentPolicy.of("<script>a</script>" + "<script>b</script>");
        assertThat(policy.split("sha256-")).hasSize(3);
    }

    @Test
    void nothingUnsafeIsAllowed() throws IOException {
        assertThat(ContentPolicy.of(Files.readString(Path.of("webapp/index.html"))))
                .doesNotContain("unsafe")
                .contains("object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'");
    }
}
