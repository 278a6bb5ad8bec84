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

    /** Of a whole company behind one address, and of nobody who only wants to keep us busy. */
    private static final int VISITS_PER_SECOND = 5;

    private static final int VISITS_AT_ONCE = 300;

    private final Buckets visits = new Buckets(VISITS_PER_SECOND, VISITS_AT_ONCE);
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

    /**
     * Somebody comes back from the identity provider, who is asked then.
     *
     * @throws org.holdfast.wire.Refusal {@code rate_limited}, and when to try again
     */
    void visit(HttpServletRequest request) {
        visits.take(forwarded.address(request));
    }

    /** @throws org.holdfast.wire.Refusal {@code rate_limited}, and when to try again */
    void knock(HttpServletRequest request) {
        knocks.take(forwarded.address(request));
    }
}
