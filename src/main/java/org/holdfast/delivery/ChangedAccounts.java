package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.holdfast.account.AccountChanged;
import org.holdfast.room.SitePermission;
import org.holdfast.wire.CloseCode;

/** Closes the connections that an account may not have any more. */
@ApplicationScoped
public class ChangedAccounts {
    private final ConnectionRegistry registry;

    @Inject
    public ChangedAccounts(ConnectionRegistry registry) {
        this.registry = registry;
    }

    /** For the container's proxy. */
    protected ChangedAccounts() {
        registry = null;
    }

    void changed(@Observes AccountChanged change) {
        boolean usesTopics = SitePermission.USE_TOPICS.isOf(change.role());
        for (Subscriber subscriber : registry.ofAccount(change.account())) {
            if (change.isDisabled()) subscriber.close(CloseCode.LOGIN_REQUIRED);
            else if (!usesTopics && subscriber.purpose() == Purpose.STREAM) subscriber.close(CloseCode.GOING_AWAY);
        }
    }
}
