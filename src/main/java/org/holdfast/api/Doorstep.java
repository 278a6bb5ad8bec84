package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.holdfast.account.Buckets;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** How often one address may make accounts, or try links that set a password: nobody has to be signed in for it, and each costs a hash. */
@ApplicationScoped
public class Doorstep {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Buckets knocks;
    private final Forwarded forwarded;

    @Inject
    public Doorstep(Settings settings, Forwarded forwarded) {
        int anHour = settings.number(Setting.SIGN_UP_RATE);
        this.knocks = new Buckets(anHour, HOUR, anHour);
        this.forwarded = forwarded;
    }

    /** For the container's proxy. */
    protected Doorstep() {
        knocks = null;
        forwarded = null;
    }

    /** @throws org.holdfast.wire.Refusal {@code rate_limited}, and when to try again */
    void knock(HttpServletRequest request) {
        knocks.take(forwarded.address(request));
    }
}
