package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.holdfast.account.LoginCookieName;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol sections 3 and 6: a foreign page neither connects nor changes anything. */
class OriginsTest {
    private static final LoginCookieName COOKIE = new LoginCookieName(Settings.of(Map.of()));

    private final Origins ours = origins(Map.of());

    @ParameterizedTest
    @CsvSource({
        "http://chat.example, http, chat.example",
        "http://chat.example, http, chat.example:80",
        "http://CHAT.example:80, http, chat.example",
        "https://chat.example, https, chat.example:443",
        "http://chat.example:8080, http, chat.example:8080",
        "http://[::1]:8080, http, [::1]:8080",
    })
    void aPageOfOurOwnIsAllowed(String origin, String scheme, String host) {
        assertThat(ours.isAllowed(origin, scheme, host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://chat.example.evil.example",
                "http://evil-chat.example",
                "http://sub.chat.example",
                "http://chat.example:81",
                "https://chat.example",
                "http://chat.example@evil.example",
                "http://evil.example/chat.example",
                "http://chat.example/",
                "file://",
                "null",
                "",
            })
    void aPageFromElsewhereIsNot(String origin) {
        assertThat(ours.isAllowed(origin, "http", "chat.example")).isFalse();
    }

    @Test
    void aRequestWithoutAnOriginIsNoBrowsersUnlessTheCookieIsAllThatItShows() {
        assertThat(Origins.isNoBrowsers(null, null, COOKIE)).isTrue();
        assertThat(Origins.isNoBrowsers("theme=dark", null, COOKIE)).isTrue();
        assertThat(Origins.isNoBrowsers("theme=dark; holdfast=abc", "Bearer abc", COOKIE))
                .isTrue();
        assertThat(Origins.isNoBrowsers("theme=dark; holdfast=abc", null, COOKIE))
                .isFalse();
        assertThat(Origins.isNoBrowsers("holdfast=abc", "Basic abc", COOKIE)).isFalse();
    }

    @Test
    void aRequestWithoutAHostHasNoPageOfItsOwn() {
        assertThat(ours.isAllowed("http://null", "http", null)).isFalse();
    }

    @Test
    void theOriginsOfTheSettingAndThePublicAddressAreAllowedToo() {
        Origins origins = origins(
                Map.of("holdfast.origins", "https://intranet.example", "holdfast.url", "https://chat.example/talk/"));
        assertThat(origins.isAllowed("https://intranet.example", "http", "10.0.0.1:8080"))
                .isTrue();
        assertThat(origins.isAllowed("https://chat.example", "http", "10.0.0.1:8080"))
                .isTrue();
        assertThat(origins.isAllowed("https://other.example", "http", "10.0.0.1:8080"))
                .isFalse();
        assertThat(origins.isAllowed("http://10.0.0.1:8080", "http", "10.0.0.1:8080"))
                .isTrue();
        assertThat(origins.isAllowed("http://[::1]:8080", "http", "[::1]:8080")).isTrue();
        assertThat(origins.isAllowed("http://localhost", "http", "localhost")).isTrue();
    }

    @Test
    void anAddressThatIsNoNameSaysNothingOfTheNamesThereAre() {
        Origins origins = origins(Map.of("holdfast.url", "http://localhost:8080/"));
        assertThat(origins.isAllowed("http://my-machine:8080", "http", "my-machine:8080"))
                .isTrue();
    }

    /** Somebody else's name that leads here: the browser takes its page for ours. */
    @Test
    void whereThePublicAddressIsSetNoOtherNameIsOurs() {
        assertThat(origins(Map.of("holdfast.url", "https://chat.example/"))
                        .isAllowed("http://evil.example:8080", "http", "evil.example:8080"))
                .isFalse();
        assertThat(ours.isAllowed("http://intranet:8080", "http", "intranet:8080"))
                .isTrue();
    }

    private static Origins origins(Map<String, String> set) {
        return new Origins(Settings.of(set));
    }
}
