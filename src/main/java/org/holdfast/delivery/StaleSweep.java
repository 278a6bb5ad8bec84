package org.holdfast.delivery;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The clock of the connections. Not persistent: each server looks after its own. Bean-managed concurrency: under the container's lock a
 * beat that is late would fail the next one.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class StaleSweep {
    private static final Logger LOG = System.getLogger(StaleSweep.class.getName());

    @Inject
    Event<Beat> beats;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void beat() {
        try {
            beats.fire(new Beat(Uptime.millis()));
        } catch (RuntimeException | Error e) {
            // Thrown on, it would be the last but one: a container discards a timer whose call fails, and fails again.
            LOG.log(Level.ERROR, "A beat failed", e);
        }
    }
}
