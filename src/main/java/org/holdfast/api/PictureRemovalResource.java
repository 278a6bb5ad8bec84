package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.file.Portraits;
import org.holdfast.profile.Profiles;
import org.holdfast.room.Access;
import org.holdfast.room.SitePermission;

/** An administrator takes away a picture that should not be seen. */
@Needs(Scope.ADMIN)
@Path("accounts/{account}/picture")
@RequestScoped
public class PictureRemovalResource {
    @Inject
    private CurrentLogin login;

    @Inject
    private Access access;

    @Inject
    private Profiles profiles;

    @Inject
    private Portraits portraits;

    @Inject
    private Auditing auditing;

    @DELETE
    public void remove(@PathParam("account") long account) {
        access.check(login.account(), SitePermission.ADMINISTER);
        String before = profiles.picture(account, null);
        if (before == null) return;
        portraits.drop(before);
        auditing.did(Action.PICTURE_REMOVED, "account " + account);
    }
}
