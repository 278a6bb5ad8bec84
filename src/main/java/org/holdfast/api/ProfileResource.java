package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.holdfast.file.Portraits;
import org.holdfast.profile.ProfileChange;
import org.holdfast.profile.Profiles;
import org.holdfast.profile.Status;

/** How one shows oneself: protocol section 6.11. */
@Paced
@Path("profile")
@RequestScoped
public class ProfileResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private Profiles profiles;

    @Inject
    private Portraits portraits;

    @Inject
    private HttpServletRequest request;

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public void change() {
        profiles.change(login.account(), ProfileChange.of(body.fields()));
    }

    @PUT
    @Path("status")
    @Consumes(MediaType.APPLICATION_JSON)
    public void say() {
        profiles.say(login.account().id(), Status.of(body.fields(), System.currentTimeMillis()));
    }

    /** The body is read as it comes. */
    @PUT
    @Path("picture")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public void show() {
        long account = login.account().id();
        try {
            portraits.take(account, request.getInputStream(), hash -> replace(account, hash));
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @DELETE
    @Path("picture")
    public void hide() {
        replace(login.account().id(), null);
    }

    private void replace(long account, String hash) {
        String before = profiles.picture(account, hash);
        if (before != null && !before.equals(hash)) portraits.drop(before);
    }
}
