package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.lab.Finding.Fault;

/** What one client has of one log (protocol, section 3.2). */
public final class LogView {
    private final long log;
    // All guarded by this object's monitor: the client's thread writes, the tests' read.
    private final List<Seen> seen = new ArrayList<>();
    private final List<String> resets = new ArrayList<>();
    private String epoch = "";
    private long begin;
    private long last;

    LogView(long log) {
        this.log = log;
    }

    /** A log that begins anew after a position: what was seen of it is forgotten. */
    synchronized void begin(JsonObject roomState) {
        epoch = roomState.getString("epoch");
        begin = roomState.getJsonNumber("position").longValueExact();
        last = begin;
        seen.clear();
        if (roomState.containsKey("reset")) resets.add(roomState.getString("reset"));
    }

    /** Applies the event if it is the next one; else it is dropped, and the answer says what is wrong with it. */
    synchronized Optional<Finding> apply(Seen event) {
        if (event.sequence() <= last) return Optional.of(new Finding(Fault.DOUBLE, after(event)));
        if (event.sequence() > last + 1) return Optional.of(new Finding(Fault.GAP, after(event)));
        last = event.sequence();
        seen.add(event);
        return Optional.empty();
    }

    private String after(Seen event) {
        return "log " + log + ": " + event.sequence() + " after " + last;
    }

    /** Whether it was never told where the log begins. */
    synchronized boolean isNew() {
        return epoch.isEmpty();
    }

    synchronized boolean isAt(String otherEpoch, long position) {
        return epoch.equals(otherEpoch) && last == position;
    }

    synchronized JsonObject resumePoint() {
        return Json.builder().add("epoch", epoch).add("sequence", last).build();
    }

    public long log() {
        return log;
    }

    /** The sequence of the last event applied. */
    public synchronized long last() {
        return last;
    }

    /** The sequence after which this view began. */
    public synchronized long begin() {
        return begin;
    }

    public synchronized List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Messages only, oldest first. */
    public List<Seen> messages() {
        return seen().stream().filter(Seen::isMessage).toList();
    }

    @Override
    public synchronized String toString() {
        return "log " + log + " at " + last;
    }

    /** Why the log began anew, each time: joined, epoch, ahead, expired. */
    public synchronized List<String> resets() {
        return List.copyOf(resets);
    }
}
