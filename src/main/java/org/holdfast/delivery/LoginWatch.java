package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.holdfast.account.Login;
import org.holdfast.account.LoginSessions;
import org.holdfast.backplane.Backplane;
import org.holdfast.db.Engine;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Asks whether those who are connected are still signed in, as often as a login is believed: that another node ended it may be lost. */
@ApplicationScoped
public class LoginWatch {
    private static final Logger LOG = System.getLogger(LoginWatch.class.getName());

    @Inject
    private Jdbi jdbi;

    @Inject
    private Settings settings;

    @Inject
    private ConnectionRegistry registry;

    @Inject
    private LoginSessions logins;

    @Inject
    private Elsewhere elsewhere;

    @Inject
    private Workers workers;

    /** When it looked last, by {@link Uptime}. Of the timer. */
    private volatile long lookedAt = Uptime.millis();

    /** From now on also when hints may have been lost. */
    public void begin(Backplane backplane) {
        backplane.hearOfLosses(this::look);
    }

    void beat(@Observes Beat beat) {
        if (!Engine.of(jdbi).isShared() || beat.now() - lookedAt < settings.duration(Setting.LOGIN_RECHECK)) return;
        try {
            workers.tasks().execute(this::look);
            lookedAt = beat.now();
        } catch (RejectedExecutionException full) {
            LOG.log(Level.DEBUG, "Logins are looked after by the next beat");
        }
    }

    private void look() {
        List<Login> connected =
                registry.all().stream().map(Subscriber::login).distinct().toList();
        logins.over(connected).forEach(elsewhere::end);
    }
}
