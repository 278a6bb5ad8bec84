package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.holdfast.account.Secret;
import org.holdfast.oidc.Attempt;
import org.holdfast.oidc.OpenId;
import org.holdfast.oidc.ProviderSessions;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Signing in at the identity provider. A person looks at what this answers: it always leads back to the page. */
@Path("oidc")
@RequestScoped
public class OidcResource {
    @Inject
    private Settings settings;

    @Inject
    private OpenId openId;

    @Inject
    private ProviderSessions sessions;

    @Inject
    private AttemptCookie attempts;

    @Inject
    private SignIn signIn;

    @Inject
    private Doorstep doorstep;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Auditing auditing;

    @GET
    @Path("login")
    public Response login() {
        checkUsed();
        Attempt attempt = Attempt.next();
        try {
            return Response.seeOther(openId.begin(attempt))
                    .header(SetCookie.HEADER, attempts.holding(attempt))
                    .build();
        } catch (Refusal refused) {
            return back(refused);
        }
    }

    @GET
    @Path("callback")
    public Response callback(
            @QueryParam("code") String code, @QueryParam("state") String state, @QueryParam("iss") String issuer) {
        checkUsed();
        try {
            Attempt attempt = attempts.find()
                    .filter(begun -> state != null && begun.is(state))
                    .orElseThrow(OidcResource::unfinished);
            if (code == null || !isFrom(issuer)) throw unfinished();
            doorstep.visit(request);
            return enter(openId.finish(attempt, code));
        } catch (Refusal refused) {
            auditing.refused("", "oidc: " + refused.code().wireName());
            return back(refused);
        }
    }

    /** Begun in another browser, or too long ago, or given up there. */
    private static Refusal unfinished() {
        return new Refusal(Code.LOGIN_REQUIRED, "Signing in was not finished.");
    }

    /** RFC 9207: a provider may say who answers, which another could not. */
    private boolean isFrom(String issuer) {
        return issuer == null || issuer.equals(settings.text(Setting.OIDC_ISSUER));
    }

    private Response enter(OpenId.SignedIn person) {
        SetCookie begun = signIn.begin(person.account());
        sessions.began(new Secret(begun.value()).hash(), person);
        return Response.seeOther(home())
                .header(SetCookie.HEADER, begun)
                .header(SetCookie.HEADER, attempts.gone())
                .build();
    }

    private Response back(Refusal refused) {
        return Response.seeOther(home().resolve("#refused=" + refused.code().wireName()))
                .header(SetCookie.HEADER, attempts.gone())
                .build();
    }

    private URI home() {
        return ProviderSessions.home(settings);
    }

    private void checkUsed() {
        if (!openId.isUsed()) throw new Refusal(Code.NOT_FOUND, "There is no identity provider here.");
    }
}
