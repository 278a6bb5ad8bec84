package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.holdfast.account.AccessToken;
import org.holdfast.account.AccessTokens;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;

/** The own access tokens: what programs show that act in one's name. */
@Needs(Scope.PERSON)
@Paced
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccessTokensResource {
    private static final int MOST_WORD = 250;
    private static final long LONGEST_LIFE_MILLIS = 3_650L * 86_400_000;

    @Inject
    private CurrentLogin current;

    @Inject
    private JsonBody json;

    @Inject
    private AccessTokens tokens;

    @Inject
    private Auditing auditing;

    @GET
    public String all() {
        return tokens.of(current.account()).stream()
                .map(AccessToken::json)
                .collect(Collectors.joining(",", "{\"tokens\":[", "]}"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue() {
        current.login();
        Fields body = json.fields();
        long lifetime = body.numberOr("lifetime", 0);
        if (lifetime > LONGEST_LIFE_MILLIS) throw Fields.bad("lifetime", "must be at most ten years");
        Scope scope = Scope.ofToken(body.textOr("scope", MOST_WORD, Scope.WRITE.wireName()));
        AccessTokens.Issued issued = tokens.issue(current.account(), body.text("name", 1, MOST_WORD), scope, lifetime);
        auditing.did(Action.TOKEN_ISSUED, issued.token().name() + " (" + scope.wireName() + ")");
        String token = issued.token().json();
        return Response.status(Response.Status.CREATED)
                .entity(token.substring(0, token.length() - 1) + ",\"token\":\"" + issued.secret() + "\"}")
                .build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") long id) {
        if (!tokens.revoke(current.account(), id)) throw new Refusal(Code.NOT_FOUND, "You have no such token.");
        auditing.did(Action.TOKEN_REVOKED, String.valueOf(id));
    }
}
