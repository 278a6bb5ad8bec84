package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.holdfast.account.Account;
import org.holdfast.audit.Action;
import org.holdfast.audit.AuditLog;

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

    /** What somebody tried who gave this name. */
    void tried(String name, Action action, String why) {
        audit.add(action, 0, name, why, forwarded.address(request));
    }
}
