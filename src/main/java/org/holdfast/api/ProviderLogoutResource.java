package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.holdfast.oidc.OpenId;
import org.holdfast.oidc.ProviderSessions;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;

/** The identity provider says that somebody signed out there: OpenID Connect Back-Channel Logout 1.0. */
@Path("oidc/logout")
@RequestScoped
public class ProviderLogoutResource {
    private static final String PARAMETER = "logout_token=";

    @Inject
    private OpenId openId;

    @Inject
    private ProviderSessions sessions;

    @Inject
    private JsonBody body;

    @POST
    public void logout() {
        if (!openId.isUsed()) throw new Refusal(Code.NOT_FOUND, "There is no identity provider here.");
        sessions.loggedOut(token());
    }

    /** Of a form, which servers read in ways of their own. */
    private String token() {
        return Arrays.stream(body.text().split("&"))
                .filter(each -> each.startsWith(PARAMETER))
                .map(each -> URLDecoder.decode(each.substring(PARAMETER.length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> Fields.bad("logout_token", "is missing"));
    }
}
