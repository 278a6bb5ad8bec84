package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.holdfast.account.Login;
import org.holdfast.account.LoginRecord;
import org.holdfast.account.LoginSessions;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.delivery.ListedConnection;
import org.holdfast.delivery.LiveConnections;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Where a person is signed in, and signing out there. */
@Needs(Scope.PERSON)
@Path("logins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LoginsResource {
    @Inject
    private CurrentLogin current;

    @Inject
    private LoginSessions logins;

    @Inject
    private LiveConnections connections;

    @Inject
    private Auditing auditing;

    @GET
    public String all() {
        Login login = current.login();
        return logins.of(login.account()).stream()
                .map(record -> json(record, login))
                .collect(Collectors.joining(",", "{\"logins\":[", "]}"));
    }

    private String json(LoginRecord record, Login asker) {
        String open = connections.ofLogin(record, asker.account()).stream()
                .map(ListedConnection::ownJson)
                .collect(Collectors.joining(","));
        return record.openJson() + ",\"current\":" + record.tokenHash().equals(asker.tokenHash()) + ",\"connections\":["
                + open + "]}";
    }

    /** Signs out everywhere but here. */
    @DELETE
    public void endOthers() {
        logins.endOthers(current.account().id(), current.login());
        auditing.did(Action.SIGNED_OUT, "everywhere else");
    }

    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") String id) {
        if (!logins.end(current.account(), id))
            throw new Refusal(Code.NOT_FOUND, "You are not signed in at such a place.");
        auditing.did(Action.SIGNED_OUT, "login " + id);
    }
}
