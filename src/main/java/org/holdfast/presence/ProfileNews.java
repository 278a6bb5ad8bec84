package org.holdfast.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import org.holdfast.profile.ProfileChanged;
import org.holdfast.profile.Profiles;
import org.holdfast.room.Memberships;

/** Tells the rooms of a person that they show themself otherwise. */
@ApplicationScoped
public class ProfileNews {
    private final Profiles profiles;
    private final Memberships memberships;
    private final Rosters rosters;

    /** Held while a profile is read and written down: of two changes the one that comes last has read the newest. */
    private final Object order = new Object();

    @Inject
    public ProfileNews(Profiles profiles, Memberships memberships, Rosters rosters) {
        this.profiles = profiles;
        this.memberships = memberships;
        this.rosters = rosters;
    }

    /** For the container's proxy. */
    protected ProfileNews() {
        this(null, null, null);
    }

    void changed(@Observes ProfileChanged change) {
        Set<Long> rooms = memberships.roomsOf(change.account()).keySet();
        synchronized (order) {
            String profile = profiles.read(change.account()).json();
            rooms.forEach(room -> rosters.show(room, change.account(), profile));
        }
    }
}
