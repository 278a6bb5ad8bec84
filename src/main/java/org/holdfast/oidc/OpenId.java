package org.holdfast.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.holdfast.account.Account;
import org.holdfast.account.ExternalAccounts;
import org.holdfast.account.ExternalPerson;
import org.holdfast.account.GroupRules;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Signs people in at the company's identity provider: settings {@code holdfast.oidc.*}. */
@ApplicationScoped
public class OpenId {
    /**
     * Who came back.
     *
     * @param sid the provider's name of its session; null: it told none
     */
    public record SignedIn(Account account, String sid, String idToken) {
        /** Not the token: records print themselves into logs. */
        @Override
        public String toString() {
            return "SignedIn " + account.name();
        }
    }

    private final Settings settings;
    private final ExternalAccounts accounts;
    private final ProviderAccess access;

    @Inject
    public OpenId(Settings settings, ExternalAccounts accounts, ProviderAccess access) {
        this.settings = settings;
        this.accounts = accounts;
        this.access = access;
    }

    /** For the container's proxy. */
    protected OpenId() {
        this(null, null, null);
    }

    public boolean isUsed() {
        return access.isUsed();
    }

    /** Where a browser signs in. Refuses with {@code busy}. */
    public URI begin(Attempt attempt) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", access.client().id());
        asked.put("redirect_uri", access.client().redirect().toString());
        asked.put("scope", settings.text(Setting.OIDC_SCOPES));
        asked.put("state", attempt.state());
        asked.put("nonce", attempt.nonce());
        asked.put("code_challenge", attempt.challenge());
        asked.put("code_challenge_method", "S256");
        try {
            return ProviderAccess.with(access.provider().authorization(), asked);
        } catch (Unanswered away) {
            throw ProviderAccess.refusal(away);
        }
    }

    /** Who it is. Refuses with {@code wrong_login}, {@code forbidden}, {@code name_taken}, {@code bad_field} or {@code busy}. */
    public SignedIn finish(Attempt attempt, String code) {
        try {
            JsonObject answer = access.redeem(code, attempt.verifier());
            String idToken = answer.getString("id_token", "");
            JWTClaimsSet signed = access.tokens().identity(idToken, attempt.nonce());
            Account account = admit(complete(signed, answer.getString("access_token", "")));
            return new SignedIn(account, signed.getClaim("sid") instanceof String sid ? sid : null, idToken);
        } catch (Unanswered away) {
            throw ProviderAccess.refusal(away);
        } catch (Unbelievable refused) {
            throw ProviderAccess.refusal(refused);
        }
    }

    private ExternalPerson complete(JWTClaimsSet signed, String accessToken) throws Unanswered, Unbelievable {
        Claims claims = new Claims(Claims.Names.of(settings), signed.getClaims());
        Optional<URI> userInfo = access.provider().userInfo();
        if (!claims.isComplete() && userInfo.isPresent() && !accessToken.isEmpty())
            claims = claims.and(access.userInfo(userInfo.get(), accessToken));
        return claims.person(access.issuer());
    }

    private Account admit(ExternalPerson person) {
        return accounts.admit(
                person, new GroupRules(settings.text(Setting.OIDC_MEMBERS), settings.text(Setting.OIDC_ADMINS)));
    }
}
