package org.holdfast.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.account.Buckets;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** How many commands an account may send, over all its connections. */
@ApplicationScoped
public class Pace {
    private final Buckets buckets;

    @Inject
    public Pace(Settings settings) {
        buckets = new Buckets(settings.number(Setting.COMMANDS_RATE), settings.number(Setting.COMMANDS_BURST));
    }

    /** For the container's proxy. */
    protected Pace() {
        buckets = null;
    }

    /** Takes one command's worth, be it sent as a command or as a request. @throws org.holdfast.wire.Refusal {@code rate_limited}, and when to try again */
    public void take(long account) {
        buckets.take(account);
    }
}
