package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import org.holdfast.account.AccountChanges;
import org.holdfast.backplane.Backplane;
import org.holdfast.backplane.Hint;
import org.holdfast.db.Engine;
import org.holdfast.profile.ProfileChanged;
import org.holdfast.profile.RecentProfiles;
import org.holdfast.profile.RecentProfiles.Recent;
import org.holdfast.profile.ShownPeople;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Looks which profiles other nodes have changed, and who is to be shown as something else: that they tell so may be lost. */
@ApplicationScoped
public class ProfileWatch {
    private static final Logger LOG = System.getLogger(ProfileWatch.class.getName());

    private static final String SHOWN = "shown";

    /** Beats come each second, more or less. */
    private static final long HALF_BEAT = 500;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Settings settings;

    @Inject
    private RecentProfiles profiles;

    @Inject
    private ShownPeople shown;

    @Inject
    private AccountChanges accounts;

    @Inject
    private ConnectionRegistry registry;

    @Inject
    private Event<ProfileChanged> changed;

    @Inject
    private Workers workers;

    /** When it looked last, by {@link Uptime}. Of the timer. */
    private volatile long lookedAt = Uptime.millis();

    /** From now on also when hints may have been lost. */
    public void begin(Backplane backplane) {
        shown.announceTo(() -> backplane.tell(new Hint(SHOWN, "all", "")));
        backplane.hear(SHOWN, hint -> shown.look());
        backplane.hearOfLosses(this::look);
        attempt(shown::know);
    }

    void beat(@Observes Beat beat) {
        long interval = settings.duration(Setting.BACKPLANE_POLL) - HALF_BEAT;
        if (shown.hasMissed()) inTime(shown::catchUp);
        if (!Engine.of(jdbi).isShared() || beat.now() - lookedAt < interval) return;
        lookedAt = beat.now();
        inTime(this::look);
    }

    private void inTime(Runnable look) {
        try {
            workers.tasks().execute(() -> attempt(look));
        } catch (RejectedExecutionException full) {
            LOG.log(Level.DEBUG, "Profiles are looked after by a later beat");
        }
    }

    private static void attempt(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException away) {
            LOG.log(Level.DEBUG, "Profiles are looked after by a later beat", away);
        }
    }

    private void look() {
        shown.look();
        for (Recent one : profiles.look()) {
            accounts.forget(one.account());
            ProfileChanged change = new ProfileChanged(one.account(), isRenamed(one));
            changed.select(FromElsewhere.Literal.INSTANCE).fire(change);
        }
    }

    private boolean isRenamed(Recent one) {
        return registry.ofAccount(one.account()).stream()
                .anyMatch(subscriber ->
                        !subscriber.login().account().displayName().equals(one.displayName()));
    }
}
