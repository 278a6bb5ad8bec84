package org.holdfast.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashTest {
    private static final int ROUNDS = 1_024;

    /** What servers keep since before: made by Soteria 3.0.3, Payara's Jakarta Security. */
    @ParameterizedTest
    @CsvSource({
        "correct horse, PBKDF2WithHmacSHA512:1024:aqN4yUUFOS5fSwsih4P6S711D1wNka9Mh8oAR8s3AhU=:qllA9zQWAgmA4QNncc4jpsCvL71iGDGz/yNqdaDK8q8=",
        "马 ü, PBKDF2WithHmacSHA512:1024:1cf0j178pXH3S4+44BRoZgYdY+qLcEzD1UkBy2plv9o=:RMDMh3IoIsN6jd3312r/WV0VrV4wVon/AIyV/gG3vTM="
    })
    void aHashOfJakartaSecuritysIsUnderstood(String password, String text) {
        assertThat(PasswordHash.parse(text).isOf(password)).isTrue();
        assertThat(PasswordHash.parse(text).isOf(password + " ")).isFalse();
        assertThat(PasswordHash.parse(text).text()).isEqualTo(text);
    }

    @Test
    void noTwoAreAlikeAndEachIsOfItsPassword() {
        var one = PasswordHash.of("password", ROUNDS).text();
        var other = PasswordHash.of("password", ROUNDS).text();
        assertThat(one).isNotEqualTo(other).startsWith("PBKDF2WithHmacSHA512:1024:");
        assertThat(PasswordHash.parse(one).isOf("password")).isTrue();
        assertThat(PasswordHash.parse(one).isOf("Password")).isFalse();
    }
}
