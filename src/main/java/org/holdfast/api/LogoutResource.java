package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.holdfast.account.Scope;
import org.holdfast.oidc.ProviderSessions;
import org.holdfast.wire.JsonText;

/** Signing out, which also ends the connections of the browser. */
@Needs(Scope.PERSON)
@Path("logout")
@RequestScoped
public class LogoutResource {

    @Inject
    private SignIn signIn;

    @Inject
    private CurrentLogin current;

    @Inject
    private ProviderSessions provider;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response signOut() {
        Optional<URI> next = current.find().flatMap(login -> provider.end(login.tokenHash()));
        Response.ResponseBuilder answer = next.map(
                        there -> Response.ok("{\"next\":" + JsonText.quote(there.toString()) + "}"))
                .orElseGet(Response::noContent);
        return answer.header(SetCookie.HEADER, signIn.end()).build();
    }
}
