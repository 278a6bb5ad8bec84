package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.account.Login;
import org.holdfast.account.Scope;
import org.holdfast.command.Commands;
import org.holdfast.command.HelloData;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Uptime;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Frame;

/** Commands without a WebSocket: protocol section 4.1. Any node can take them. */
@Needs(Scope.READ)
@Path("commands")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommandsResource {
    private static final long LIMIT_SECONDS = 20;

    @Inject
    private CurrentLogin current;

    @Inject
    private JsonBody json;

    @Inject
    private Commands commands;

    @Inject
    private ConnectionRegistry registry;

    @Inject
    private LateAnswer late;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void carryOut(
            @QueryParam("session") String session,
            @Suspended AsyncResponse response,
            @Context HttpServletRequest request) {
        Login login = current.login();
        if (session != null && session.length() > HelloData.MOST_SESSION)
            throw Fields.bad("session", "must have at most " + HelloData.MOST_SESSION + " characters");
        if (session != null) registry.heard(login.account().id(), session, Uptime.millis());
        List<Frame> frames = commands.read(json.text());
        // Not on the thread that brings the last answer, which commits for everybody: a response may block.
        HeldRequest held = HeldRequest.of(response, request);
        Answers answers = new Answers(login, session, whole -> late.give(held, whole));
        response.setTimeoutHandler(over -> late.giveHere(held, answers.cut()));
        response.setTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
        answers.carryOut(frames, commands);
    }
}
