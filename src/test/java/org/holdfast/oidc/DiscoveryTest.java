package org.holdfast.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID Connect Discovery 1.0, section 4.3. */
class DiscoveryTest {
    private SmallProvider provider;
    private Discovery discovery;

    @BeforeEach
    void start() {
        provider = new SmallProvider();
        discovery = new Discovery(new Line(), provider.issuer(), "holdfast");
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private String document(String more) {
        return "{'issuer':'I','authorization_endpoint':'I/a','token_endpoint':'I/t','jwks_uri':'I/keys'M}"
                .replace('\'', '"')
                .replace("M", more)
                .replace("I", provider.issuer());
    }

    @Test
    void whatTheProviderSaysOfItselfIsReadOnceForAWhile() throws Exception {
        provider.says(document(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]"));
        var found = discovery.provider();
        assertThat(found.token()).hasToString(provider.issuer() + "/t");
        assertThat(found.byForm()).isTrue();
        assertThat(found.endSession()).isEmpty();
        provider.says("");
        assertThat(discovery.provider()).isSameAs(found);
    }

    @Test
    void withoutAWordOnItTheSecretGoesIntoTheHeader() throws Exception {
        provider.says(document(""));
        assertThat(discovery.provider().byForm()).isFalse();
    }

    @Test
    void whoCallsItselfAnotherIsNotBelieved() {
        provider.says(document("").replace("\"issuer\":\"http://127", "\"issuer\":\"http://128"));
        assertThatThrownBy(discovery::provider).isInstanceOf(Unanswered.class).hasMessageContaining("calls itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "no JSON", "{\"issuer\":7}"})
    void whatIsNoProvidersIsSaidToBeNone(String document) {
        provider.says(document);
        assertThatThrownBy(discovery::provider).isInstanceOf(Unanswered.class);
    }

    @Test
    void itIsAskedAgainOnceItAnswers() throws Exception {
        assertThatThrownBy(discovery::provider).isInstanceOf(Unanswered.class);
        provider.says(document(""));
        assertThat(discovery.provider().keys()).hasToString(provider.issuer() + "/keys");
    }
}
