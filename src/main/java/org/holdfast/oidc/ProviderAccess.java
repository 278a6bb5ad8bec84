package org.holdfast.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** The one provider of the settings, and us as its client. */
@ApplicationScoped
public class ProviderAccess {
    private static final Logger LOG = System.getLogger(ProviderAccess.class.getName());
    private static final long RETRY_MILLIS = 5_000;

    private final Line line = new Line();
    private final String issuer;
    private final Client client;
    private final Discovery discovery;

    @Inject
    public ProviderAccess(Settings settings) {
        issuer = settings.text(Setting.OIDC_ISSUER);
        client = isUsed() ? Client.of(settings) : null;
        discovery = isUsed() ? new Discovery(line, issuer, client.id()) : null;
    }

    /** For the container's proxy. */
    protected ProviderAccess() {
        issuer = null;
        client = null;
        discovery = null;
    }

    boolean isUsed() {
        return !issuer.isEmpty();
    }

    String issuer() {
        return issuer;
    }

    Client client() {
        return client;
    }

    Provider provider() throws Unanswered {
        return discovery.provider();
    }

    Tokens tokens() throws Unanswered {
        return discovery.tokens();
    }

    /** Redeems a code. */
    JsonObject redeem(String code, String verifier) throws Unanswered, Unbelievable {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", client.redirect().toString());
        form.put("code_verifier", verifier);
        String authorization = client.authenticate(form, provider().byForm());
        return line.post(provider().token(), authorization, form);
    }

    JsonObject userInfo(URI endpoint, String accessToken) throws Unanswered, Unbelievable {
        return line.get(endpoint, "Bearer " + accessToken);
    }

    static URI with(URI endpoint, Map<String, String> asked) {
        return URI.create(endpoint + (endpoint.getQuery() == null ? "?" : "&") + Line.form(asked));
    }

    static Refusal refusal(Unanswered away) {
        LOG.log(Level.WARNING, "The identity provider can't be asked", away);
        return new Refusal(Code.BUSY, "The identity provider does not answer. Try again in a moment.", RETRY_MILLIS);
    }

    static Refusal refusal(Unbelievable refused) {
        LOG.log(Level.WARNING, "The identity provider's answer was not believed: " + refused.getMessage());
        return new Refusal(Code.WRONG_LOGIN, "The identity provider's answer proves nobody.");
    }
}
