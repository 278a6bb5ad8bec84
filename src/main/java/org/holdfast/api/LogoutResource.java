package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.holdfast.account.Scope;

/** Signing out, which also ends the connections of the browser. */
@Needs(Scope.PERSON)
@Path("logout")
@RequestScoped
public class LogoutResource {

    @Inject
    private SignIn signIn;

    @POST
    public Response signOut() {
        return Response.noContent().cookie(signIn.end()).build();
    }
}
