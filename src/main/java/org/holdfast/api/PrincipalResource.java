package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.holdfast.account.Account;
import org.holdfast.account.ExternalAccounts;
import org.holdfast.account.ExternalPerson;
import org.holdfast.account.GroupRules;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Signing in as whom something before us signed in. From then on the login cookie counts, and can be ended. */
@Path("principal")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PrincipalResource {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    @Inject
    private Principals principals;

    @Inject
    private ExternalAccounts accounts;

    @Inject
    private SignIn signIn;

    @Inject
    private Auditing auditing;

    @POST
    public Response enter() {
        if (!principals.isUsed()) throw new Refusal(Code.NOT_FOUND, "Nobody is signed in before this server here.");
        Account account = admit(principals.find(request).orElseThrow(this::nobody));
        return Response.ok(account.json())
                .header(SetCookie.HEADER, signIn.begin(account))
                .build();
    }

    private Refusal nobody() {
        if (principals.isForged(request)) auditing.refused("", "a header that is not believed");
        return new Refusal(Code.LOGIN_REQUIRED, "Nobody is signed in before this server.");
    }

    private Account admit(ExternalPerson person) {
        try {
            return accounts.admit(
                    person,
                    new GroupRules(settings.text(Setting.PRINCIPAL_MEMBERS), settings.text(Setting.PRINCIPAL_ADMINS)));
        } catch (Refusal refused) {
            auditing.refused(person.name(), "principal: " + refused.code().wireName());
            throw refused;
        }
    }
}
