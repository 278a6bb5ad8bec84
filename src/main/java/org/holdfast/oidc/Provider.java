package org.holdfast.oidc;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Optional;

/**
 * What a provider says of itself: OpenID Connect Discovery 1.0, section 3.
 *
 * @param byForm our secret goes into the form, since it takes none in the header
 */
record Provider(
        URI authorization, URI token, URI keys, Optional<URI> userInfo, Optional<URI> endSession, boolean byForm) {

    /** @param issuer whom it has to be: else somebody else could answer for it */
    static Provider of(JsonObject said, String issuer) throws Unanswered {
        if (!said.getString("issuer", "").equals(issuer))
            throw new Unanswered(
                    "The provider calls itself " + said.getString("issuer", "nothing") + ", not " + issuer);
        return new Provider(
                required(said, "authorization_endpoint"),
                required(said, "token_endpoint"),
                required(said, "jwks_uri"),
                endpoint(said, "userinfo_endpoint"),
                endpoint(said, "end_session_endpoint"),
                isByForm(said.get("token_endpoint_auth_methods_supported") instanceof JsonArray all ? all : null));
    }

    URL keysUrl() throws Unanswered {
        try {
            return keys.toURL();
        } catch (MalformedURLException | IllegalArgumentException unusable) {
            throw new Unanswered("The provider's keys can't be at " + keys, unusable);
        }
    }

    private static URI required(JsonObject said, String name) throws Unanswered {
        return endpoint(said, name).orElseThrow(() -> new Unanswered("The provider does not tell its " + name));
    }

    private static Optional<URI> endpoint(JsonObject said, String name) {
        return Optional.ofNullable(said.getString(name, null))
                .filter(text -> text.matches("https?://.+"))
                .map(URI::create);
    }

    /** Without the list it is the header: Discovery, section 3. */
    private static boolean isByForm(JsonArray methods) {
        if (methods == null) return false;
        return methods.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .noneMatch("client_secret_basic"::equals);
    }
}
