package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.account.AccountChanges;
import org.holdfast.account.AccountUpdate;
import org.holdfast.account.Role;
import org.holdfast.account.Scope;
import org.holdfast.audit.Action;
import org.holdfast.room.Access;
import org.holdfast.room.SitePermission;
import org.holdfast.wire.Fields;
import org.jdbi.v3.core.Handle;

/** What an account is, for administrators: protocol section 6.1. */
@Paced
@Needs(Scope.ADMIN)
@Path("accounts/{account}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccountChangeResource {
    private static final int MOST_ROLE = 20;

    @Inject
    private CurrentLogin login;

    @Inject
    private JsonBody body;

    @Inject
    private Auditing auditing;

    @Inject
    private Access access;

    @Inject
    private AccountChanges changes;

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@PathParam("account") long account) {
        Account by = login.account();
        // Before the body is looked at: whoever may not is told nothing else.
        access.check(by, SitePermission.ADMINISTER);
        Fields fields = body.fields();
        AccountUpdate update = new AccountUpdate(
                fields.has("role") ? Role.of(fields.text("role", 1, MOST_ROLE)) : null,
                fields.has("disabled") ? fields.flagOr("disabled", false) : null);
        Consumer<Handle> audited = entries(by, account, update);
        RoomsResource.wait(changes.change(by, account, update, transaction -> {
            access.check(transaction, by, SitePermission.ADMINISTER);
            audited.accept(transaction);
        }));
    }

    private Consumer<Handle> entries(Account by, long account, AccountUpdate update) {
        String subject = "account " + account;
        Consumer<Handle> entries = transaction -> {};
        if (update.role() != null)
            entries = auditing.entry(
                    by, Action.ROLE_CHANGED, subject + ": " + update.role().wireName());
        if (update.disabled() != null)
            entries =
                    entries.andThen(auditing.entry(by, update.disabled() ? Action.DISABLED : Action.ENABLED, subject));
        return entries;
    }
}
