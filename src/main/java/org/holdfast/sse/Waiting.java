package org.holdfast.sse;

import jakarta.ws.rs.sse.SseEventSink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who waits for a notice, and since when. Bounded, and for each owner too: a client that comes and goes must not take all places. */
final class Waiting {
    private record Place(String owner, long since) {}

    private final int most;
    private final int mostPerOwner;

    // Guarded by this.
    private final Map<SseEventSink, Place> places = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param mostPerOwner 0: no limit */
    Waiting(int most, int mostPerOwner) {
        this.most = most;
        this.mostPerOwner = mostPerOwner;
    }

    /** @return false: there is no place */
    synchronized boolean add(SseEventSink sink, String owner, long now) {
        int count = counts.getOrDefault(owner, 0);
        if (places.size() >= most || mostPerOwner > 0 && count >= mostPerOwner) return false;
        places.put(sink, new Place(owner, now));
        counts.put(owner, count + 1);
        return true;
    }

    synchronized void remove(SseEventSink sink) {
        Place place = places.remove(sink);
        if (place != null) counts.computeIfPresent(place.owner(), (owner, count) -> count > 1 ? count - 1 : null);
    }

    synchronized int size() {
        return places.size();
    }

    synchronized List<SseEventSink> all() {
        return List.copyOf(places.keySet());
    }

    synchronized List<SseEventSink> since(long oldest) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().since() < oldest)
                .map(Map.Entry::getKey)
                .toList();
    }
}
