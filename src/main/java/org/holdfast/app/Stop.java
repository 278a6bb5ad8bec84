package org.holdfast.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.holdfast.delivery.ConnectionRegistry;
import org.holdfast.delivery.Drain;
import org.holdfast.delivery.Uptime;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Sends everybody away before the house is closed. Here nobody has time to wait for their slot: they are told it, and come back in it. */
@ApplicationScoped
public class Stop {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** In that time what was handed to the transports is on its way. */
    private static final long FAREWELL_MILLIS = 200;

    @Inject
    private Drain drain;

    @Inject
    private ConnectionRegistry registry;

    @Inject
    private Settings settings;

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
        if (registry.all().isEmpty()) return;
        long begun = Uptime.millis();
        drain.begin(settings.duration(Setting.DRAIN_SPREAD), begun);
        await(begun + FAREWELL_MILLIS, () -> false);
        long end = begun + settings.duration(Setting.DRAIN_LIMIT);
        await(Math.min(begun + Drain.GRACE_MILLIS, end), this::isEmptied);
        drain.goOn(Long.MAX_VALUE / 2);
        await(end, () -> registry.all().isEmpty());
        // Not counted any more is not yet told: the closes are under way.
        await(Uptime.millis() + FAREWELL_MILLIS, () -> false);
    }

    private boolean isEmptied() {
        drain.hurry();
        return registry.all().isEmpty();
    }

    private static void await(long end, BooleanSupplier over) {
        while (!over.getAsBoolean() && Uptime.millis() < end) LockSupport.parkNanos(LOOK_NANOS);
    }
}
