package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.holdfast.log.Event;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Tells the lanes which logs have grown. */
@ApplicationScoped
public class Fanout {
    private final List<Lane> lanes;
    private final AtomicInteger next = new AtomicInteger();

    @Inject
    public Fanout(Workers workers, Settings settings) {
        int threads = settings.number(Setting.PUMP_THREADS);
        int count = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        lanes = Stream.generate(() -> new Lane(workers.lanes())).limit(count).toList();
    }

    /** For the container's proxy. */
    protected Fanout() {
        lanes = List.of();
    }

    /** Committed events are in their logs. Does not block. */
    public void grew(List<Event> events) {
        long before = -1;
        for (Event event : events) {
            // Events of one log mostly come together; a lane that hears of it twice does no harm.
            if (event.log() != before) grew(event.log());
            before = event.log();
        }
    }

    /** The log has grown. Does not block. */
    public void grew(long log) {
        for (Lane lane : lanes) lane.grew(log);
    }

    /** Wakes all who follow a log, for something that is no event. @return how many they are, about */
    int wake(long log) {
        grew(log);
        return lanes.stream().mapToInt(lane -> lane.followers(log)).sum();
    }

    Lane nextLane() {
        return lanes.get(Math.floorMod(next.getAndIncrement(), lanes.size()));
    }

    /** How many logs are followed, counted once a lane. */
    public int followedLogs() {
        return lanes.stream().mapToInt(Lane::followedLogs).sum();
    }
}
