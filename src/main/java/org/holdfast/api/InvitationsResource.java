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
import org.holdfast.account.Invitation;
import org.holdfast.account.OneTimeTokens;
import org.holdfast.account.Role;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;

/** Invitations to make an account, for administrators: also while sign-up is closed. */
@Needs(Scope.PERSON)
@Paced
@Path("invitations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {
    private static final int MOST_ROLE = 20;
    private static final int MOST_NOTE = 60;

    @Inject
    private CurrentLogin current;

    @Inject
    private JsonBody json;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Auditing auditing;

    @GET
    public String all() {
        current.requireAdmin();
        return tokens.invitations().stream()
                .map(Invitation::json)
                .collect(Collectors.joining(",", "{\"invitations\":[", "]}"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite() {
        current.requireAdmin();
        Fields body = json.fields();
        Role role = Role.of(body.textOr("role", MOST_ROLE, Role.MEMBER.wireName()));
        String note = body.textOr("note", MOST_NOTE, "");
        OneTimeTokens.Issued issued = tokens.invite(current.account(), role, note);
        auditing.did(Action.INVITED, role.wireName() + " " + note);
        return Response.status(Response.Status.CREATED).entity(json(issued)).build();
    }

    static String json(OneTimeTokens.Issued issued) {
        return "{\"token\":\"" + issued.secret() + "\",\"expiresAt\":" + issued.expiresAt() + "}";
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") long id) {
        current.requireAdmin();
        if (!tokens.revoke(id)) throw new Refusal(Code.NOT_FOUND, "There is no such invitation that could be used.");
        auditing.did(Action.INVITATION_REVOKED, String.valueOf(id));
    }
}
