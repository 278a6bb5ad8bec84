package org.holdfast.delivery;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * The clock of the connections. Not persistent: each server looks after its own. Bean-managed concurrency: under the container's lock a
 * beat that is late would fail the next one.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class StaleSweep {
    @Inject
    private Event<Beat> beats;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void beat() {
        beats.fire(new Beat(Uptime.millis()));
    }
}
