package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.audit.Action;
import org.holdfast.audit.AuditLog;
import org.jdbi.v3.core.Handle;

/** Writes into the audit log what the request does, with who sent it and from where. */
@RequestScoped
public class Auditing {
    @Inject
    private AuditLog audit;

    @Inject
    private Forwarded forwarded;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentLogin current;

    /** What somebody did who is signed in. */
    void did(Action action, String subject) {
        by(current.account(), action, subject);
    }

    /** What somebody did who is signed in by it, or out. */
    void by(Account actor, Action action, String subject) {
        audit.add(action, actor.id(), actor.name(), subject, forwarded.address(request));
    }

    /** The same for the transaction that does it, in whichever thread. */
    Consumer<Handle> entry(Account actor, Action action, String subject) {
        return audit.entry(action, actor.id(), actor.name(), subject, forwarded.address(request));
    }

    /**
     * A sign-in that was refused. So often as a person tries from one address: a flood is not to fill the database.
     *
     * @param name of an account; empty: there is none of the name that was given, which may be a password
     */
    void refused(String name, String why) {
        String address = forwarded.address(request);
        if (audit.hasRoom(address)) audit.add(Action.SIGN_IN_REFUSED, 0, name, why, address);
    }
}
