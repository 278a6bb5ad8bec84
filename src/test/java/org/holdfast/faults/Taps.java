package org.holdfast.faults;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.holdfast.delivery.Fanout;
import org.holdfast.faults.Point.Act;
import org.holdfast.log.Event;
import org.holdfast.log.LogWriter;
import org.jdbi.v3.core.Jdbi;

/** Opens the server at each {@link Point}, through what the product itself has for others to listen: its Jdbi, and its writer's listener. */
@ApplicationScoped
public class Taps {
    private static final int AFTER_START = 3000;
    /** Longer than a client of the laboratory waits, shorter than a server of it. */
    private static final long FREEZE_MILLIS = 2_000;

    private static final long LATE_MILLIS = 300;
    private static final Executor LATER = CompletableFuture.delayedExecutor(LATE_MILLIS, TimeUnit.MILLISECONDS);

    private final Path folder = Path.of(System.getProperty(Point.FOLDER));

    void open(
            @Observes @Priority(AFTER_START) @Initialized(ApplicationScoped.class) Object context,
            Jdbi jdbi,
            LogWriter writer,
            Fanout fanout) {
        jdbi.setTransactionHandler(new TappedTransactions(jdbi.getTransactionHandler(), this));
        jdbi.setSqlLogger(new TappedStatements(this));
        writer.announceTo(events -> announce(events, fanout));
    }

    /** The listener is called before the senders are told: what it leaves for later is announced after the ack. */
    private void announce(List<Event> events, Fanout fanout) {
        var act = Point.AFTER_ACK.take(folder);
        if (act.isEmpty()) fanout.grew(events);
        else
            LATER.execute(() -> {
                carryOut(act.get());
                fanout.grew(events);
            });
    }

    /** Somebody is at that point: does there what it is armed for, if it is. */
    public void reach(Point point) {
        point.take(folder).ifPresent(Taps::carryOut);
    }

    /** Stands still as long as the point is armed. */
    void wait(Point point) {
        while (point.isArmed(folder)) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }

    private static void carryOut(Act act) {
        switch (act) {
            case HALT -> Runtime.getRuntime().halt(137);
            case FREEZE -> freeze();
            case FAIL -> throw new Unanswered();
        }
    }

    private static void freeze() {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FREEZE_MILLIS);
        while (System.nanoTime() < end) LockSupport.parkNanos(end - System.nanoTime());
    }
}
