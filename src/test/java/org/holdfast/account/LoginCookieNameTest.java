package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginCookieNameTest {
    private static LoginCookieName name(String url, String cookie) {
        return new LoginCookieName(Settings.of(Map.of("holdfast.url", url, "holdfast.cookie", cookie)));
    }

    @Test
    void withHttpsNoNeighbourInTheDomainCanPlantIt() {
        var name = name("https://chat.example/", "holdfast");
        assertThat(name.text()).isEqualTo("__Host-holdfast");
        assertThat(name.isHostOnly()).isTrue();
        assertThat(name.value("holdfast=planted; __Host-holdfast=mine")).contains("mine");
        assertThat(name.value("holdfast=planted; X__Host-holdfast=other")).isEmpty();
    }

    @Test
    void withoutItIsTheNameThatIsSet() {
        var name = name("http://chat.example/", "second");
        assertThat(name.isHostOnly()).isFalse();
        assertThat(name.value("holdfast=first; second=mine")).contains("mine");
        assertThat(name.value(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a=b", "a;b", "\u00e4"})
    void aNameThatIsNoneIsRefusedAtTheStart(String cookie) {
        assertThatThrownBy(() -> name("", cookie)).hasMessageContaining("holdfast.cookie");
    }
}
