package org.holdfast.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.holdfast.account.ExternalAccounts;
import org.holdfast.account.LoginSessions;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Has login sessions end with the provider's, and the provider's with ours. */
@ApplicationScoped
public class ProviderSessions {
    private static final Logger LOG = System.getLogger(ProviderSessions.class.getName());

    private final Settings settings;
    private final ProviderAccess access;
    private final ExternalAccounts accounts;
    private final LoginSessions logins;
    private final ProviderLogins ours;

    @Inject
    public ProviderSessions(
            Settings settings, ProviderAccess access, ExternalAccounts accounts, LoginSessions logins, Jdbi jdbi) {
        this.settings = settings;
        this.access = access;
        this.accounts = accounts;
        this.logins = logins;
        this.ours = new ProviderLogins(jdbi);
    }

    /** For the container's proxy. */
    protected ProviderSessions() {
        settings = null;
        access = null;
        accounts = null;
        logins = null;
        ours = null;
    }

    /** The page's own address. */
    public static URI home(Settings settings) {
        return Client.home(settings);
    }

    /** @param tokenHash names the login session that began by it */
    public void began(String tokenHash, OpenId.SignedIn by) {
        ours.add(tokenHash, by.sid(), by.idToken());
    }

    /** Where a browser ends the provider's session, too; empty: it has none, or there is no such place. RP-Initiated Logout 1.0 */
    public Optional<URI> end(String tokenHash) {
        if (!access.isUsed() || !settings.flag(Setting.OIDC_LOGOUT)) return Optional.empty();
        return ours.idToken(tokenHash).flatMap(this::endSession);
    }

    private Optional<URI> endSession(String idToken) {
        Map<String, String> asked = Map.of(
                "id_token_hint",
                idToken,
                "client_id",
                access.client().id(),
                "post_logout_redirect_uri",
                home(settings).toString());
        try {
            return access.provider().endSession().map(endpoint -> ProviderAccess.with(endpoint, asked));
        } catch (Unanswered away) {
            LOG.log(Level.WARNING, "The identity provider's session goes on", away);
            return Optional.empty();
        }
    }

    /** The provider says that it is over. Refuses with {@code wrong_login} or {@code busy}. */
    public void loggedOut(String logoutToken) {
        try {
            end(access.tokens().logout(logoutToken));
        } catch (Unanswered away) {
            throw ProviderAccess.refusal(away);
        } catch (Unbelievable refused) {
            throw ProviderAccess.refusal(refused);
        }
    }

    private void end(JWTClaimsSet claims) {
        if (claims.getClaim("sid") instanceof String sid) ours.ofSession(sid).forEach(logins::end);
        else if (claims.getSubject() != null)
            accounts.find(Claims.SOURCE, Claims.subject(access.issuer(), claims.getSubject()))
                    .ifPresent(account -> logins.endOthers(account.id(), null));
    }
}
