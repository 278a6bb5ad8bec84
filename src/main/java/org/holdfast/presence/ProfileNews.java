package org.holdfast.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.holdfast.profile.ProfileChanged;
import org.holdfast.profile.Profiles;
import org.holdfast.profile.ReadProfile;
import org.holdfast.room.Memberships;

/** Tells the rooms of a person that they show themself otherwise. */
@ApplicationScoped
public class ProfileNews {
    private final Profiles profiles;
    private final Memberships memberships;
    private final Rosters rosters;

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
        ReadProfile read = profiles.read(change.account());
        for (long room : memberships.roomsOf(change.account()).keySet()) rosters.show(room, read);
    }
}
