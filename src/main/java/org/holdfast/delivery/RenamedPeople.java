package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.holdfast.account.AccountChanges;
import org.holdfast.profile.ProfileChanged;
import org.holdfast.room.Rooms;
import org.holdfast.wire.CloseCode;

/**
 * Has whoever has another name come back with it: a connection knows the one of its handshake, and would sign messages with it. Their direct
 * rooms have another name, too.
 */
@ApplicationScoped
public class RenamedPeople {
    private final ConnectionRegistry registry;
    private final AccountChanges accounts;
    private final Rooms rooms;

    @Inject
    public RenamedPeople(ConnectionRegistry registry, AccountChanges accounts, Rooms rooms) {
        this.registry = registry;
        this.accounts = accounts;
        this.rooms = rooms;
    }

    /** For the container's proxy. */
    protected RenamedPeople() {
        this(null, null, null);
    }

    void changed(@Observes ProfileChanged change) {
        if (!change.isRenamed()) return;
        try {
            // First: whoever comes back is looked up anew.
            accounts.forget(change.account());
            // It asks the database, which may fail.
            rooms.renamed(change.account());
        } finally {
            registry.ofAccount(change.account()).forEach(subscriber -> subscriber.close(CloseCode.GOING_AWAY));
        }
    }
}
