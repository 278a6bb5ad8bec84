package org.holdfast.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.log.RoomLog;
import org.holdfast.log.RoomLogs;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Where the events of the topics are read. Those of ephemeral topics live here, and as long as this server does. */
@ApplicationScoped
public class TopicLogs {
    private final RoomLogs logs;
    private final int ringSize;

    /** There are never more than topics. */
    private final Map<Long, RoomLog> ephemeral = new ConcurrentHashMap<>();

    @Inject
    public TopicLogs(RoomLogs logs, Settings settings) {
        this.logs = logs;
        this.ringSize = settings.number(Setting.RING_SIZE);
    }

    /** For the container's proxy. */
    protected TopicLogs() {
        logs = null;
        ringSize = 0;
    }

    /** Reads the database, when nobody has it open. */
    public RoomLog open(Topic topic) {
        if (!topic.isDurable()) return ephemeral.computeIfAbsent(topic.log(), log -> logs.ephemeral(log, kept(topic)));
        return logs.open(List.of(topic.log())).stream().findFirst().orElseThrow(Topics::notFound);
    }

    void close(Topic topic) {
        ephemeral.remove(topic.log());
    }

    private int kept(Topic topic) {
        return topic.keepEvents() == 0 ? ringSize : (int) Math.min(ringSize, topic.keepEvents());
    }
}
