package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.file.Downloads;
import org.holdfast.file.Portraits;
import org.holdfast.profile.Profile;
import org.holdfast.profile.Profiles;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** The picture by which somebody is shown. Not counted with the commands: a page shows dozens at once. */
@Path("profiles/{account}/picture")
@RequestScoped
public class PortraitResource {
    /** Below every proxy's limit. */
    private static final long LONGEST_WAIT_MILLIS = 25_000;

    @Inject
    private CurrentLogin login;

    @Inject
    private Profiles profiles;

    @Inject
    private Portraits portraits;

    @Inject
    private Downloads downloads;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    /** Given on another thread, as files are. */
    @GET
    public void picture(@PathParam("account") long account, @Suspended AsyncResponse response) {
        String hash = profiles.of(login.account(), List.of(account)).stream()
                .map(Profile::picture)
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "There is no such picture here."));
        Response answer =
                new Download(request, portraits.content(hash), settings.duration(Setting.FILES_TIME)).answerShown(hash);
        response.setTimeout(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        response.setTimeoutHandler(late -> late.resume(Downloads.busy()));
        downloads.begin(login.account().id(), () -> response.resume(answer));
    }
}
