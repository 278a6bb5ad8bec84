package org.holdfast.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.wire.FrameReader;
import org.holdfast.wire.Name;

/**
 * Whom a message calls as it stands: whoever was called by it, or by an edit of it, as long as the name by which they were is in the text. An edit names those alone
 * whom it calls newly, so that one has to look at all of them.
 */
final class Calls {
    /** The event by which somebody was called last. */
    private record Told(long sequence, long at) {}

    /** By the key of the name, and the account. */
    private final Map<String, Map<Long, Told>> byName = new HashMap<>();

    /** In the order of the log. @param body of the message, or of an edit */
    void add(long sequence, long at, String body) {
        List<Mention> mentions = Mention.in(body);
        if (mentions.isEmpty()) return;
        String text = FrameReader.readOwn(body).asJsonObject().getString("text", "");
        // Many are called at one place.
        Map<Integer, String> names = new HashMap<>();
        for (Mention each : mentions)
            byName.computeIfAbsent(names.computeIfAbsent(each.at(), place -> name(text, each)), none -> new TreeMap<>())
                    .put(each.account(), new Told(sequence, at));
    }

    private static String name(String text, Mention mention) {
        return new Name(text.substring(mention.at() + 1, mention.at() + mention.length())).key();
    }

    /** In the order of the text. */
    List<Call> in(String text) {
        List<Call> calls = new ArrayList<>();
        if (byName.isEmpty()) return calls;
        for (Mentions.Candidate place : new Mentions(text, false, nobody -> false).places(byName.keySet()))
            byName.get(place.key())
                    .forEach((account, told) ->
                            calls.add(new Call(account, told.sequence, told.at, place.at(), place.end())));
        return calls;
    }
}
