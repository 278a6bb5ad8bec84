package org.holdfast.faults;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.lab.Abuser;

/** Posts in one room and waits for what the server answers to each. */
final class Talker implements AutoCloseable {
    private final Abuser line;
    private final long room;
    private final List<String> acknowledged = new ArrayList<>();
    private final List<JsonObject> refused = new ArrayList<>();
    private int posted;

    Talker(Abuser line, long room) {
        this.line = line;
        this.room = room;
    }

    /** Posts so many, and gives the refusals that come at once: before the answer to what is asked last. */
    List<JsonObject> say(int messages) throws IOException {
        for (int n = 0; n < messages; n++) post();
        var before = refused.size();
        line.say("{\"type\":\"ping\",\"data\":{}}");
        while (!hear().containsKey("now")) continue;
        return refused.subList(before, refused.size());
    }

    private void post() throws IOException {
        posted++;
        line.say("{\"type\":\"post\",\"data\":{\"id\":\"%s\",\"room\":%d,\"text\":\"message\"}}"
                .formatted(UUID.randomUUID(), room));
    }

    /** Waits until each post is answered. */
    void hearsOfAll() throws IOException {
        while (acknowledged.size() + refused.size() < posted) hear();
    }

    private JsonObject hear() throws IOException {
        var answer = line.awaits("ack", "refused", "pong");
        if (answer.containsKey("code")) refused.add(answer);
        if (answer.containsKey("sequence")) acknowledged.add(answer.getString("id"));
        return answer;
    }

    /** The ids of all posts that were acknowledged. */
    static List<String> acknowledged(List<Talker> talkers) {
        return talkers.stream().flatMap(each -> each.acknowledged.stream()).toList();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
