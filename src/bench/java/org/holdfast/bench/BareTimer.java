package org.holdfast.bench;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;

/** The least that makes a server start its EJB container. */
@Singleton
public class BareTimer {
    @Schedule(hour = "*", persistent = false)
    public void tick() {}
}
