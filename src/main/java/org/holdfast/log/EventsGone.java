package org.holdfast.log;

/** The events after a position are not kept any more. */
public final class EventsGone extends RuntimeException {
    private final long keptAfter;

    EventsGone(long log, long keptAfter) {
        super("Of log " + log + " only what is after " + keptAfter + " is kept");
        this.keptAfter = keptAfter;
    }

    /** What is after it is kept; it is after the position that was asked for. */
    public long keptAfter() {
        return keptAfter;
    }
}
