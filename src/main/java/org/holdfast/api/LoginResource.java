package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.holdfast.account.Accounts;
import org.holdfast.account.Authentication;
import org.holdfast.account.Proof;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;

/** Signing in with name and password. */
@Path("login")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

    @Inject
    private Authentication authentication;

    @Inject
    private Accounts accounts;

    @Inject
    private SignIn signIn;

    @Inject
    private JsonBody json;

    @Inject
    private Doors doors;

    @Inject
    private Auditing auditing;

    /** By which doors one may come in: a page asks before it shows them. */
    @GET
    public String doors() {
        return doors.json();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn() {
        Fields body = json.fields();
        return enter(body.text("name", 0, 250), body.text("password", 0, 1_000));
    }

    private Response enter(String name, String password) {
        try {
            Proof proof = authentication.authenticate(name, password);
            return Response.ok(proof.account().json())
                    .header(SetCookie.HEADER, signIn.begin(proof))
                    .build();
        } catch (Refusal refused) {
            auditing.refused(accounts.isKnown(name) ? name : "", refused.code().wireName());
            throw refused;
        }
    }
}
