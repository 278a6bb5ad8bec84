package org.holdfast.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.holdfast.account.Secret;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private final Attempt attempt = Attempt.next();

    @Test
    void onlyItsOwnStateIsAnAnswerToIt() {
        assertThat(attempt.is(attempt.state())).isTrue();
        assertThat(attempt.is(Attempt.next().state())).isFalse();
        assertThat(attempt.is(attempt.nonce())).isFalse();
        assertThat(attempt.is("")).isFalse();
    }

    @Test
    void whateverACookieMayHoldThatWeNeverMadeIsNone() {
        var made = new Attempt(new Secret(""));
        assertThat(made.is(made.state())).isFalse();
    }

    @Test
    void noPartOfItTellsAnother() {
        assertThat(attempt.state()).isNotEqualTo(attempt.nonce()).isNotEqualTo(attempt.verifier());
        assertThat(attempt.state() + attempt.nonce() + attempt.verifier())
                .doesNotContain(attempt.secret().text());
    }

    /** RFC 7636, sections 4.1 and 4.2. */
    @Test
    void theChallengeIsTheHashOfTheVerifier() throws Exception {
        assertThat(attempt.verifier()).matches("[A-Za-z0-9._~-]{43,128}");
        var hash =
                MessageDigest.getInstance("SHA-256").digest(attempt.verifier().getBytes(StandardCharsets.US_ASCII));
        assertThat(attempt.challenge()).isEqualTo(Base64URL.encode(hash).toString());
    }
}
