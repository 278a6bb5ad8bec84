package org.holdfast.search;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.wire.JsonText;

/**
 * An answer.
 *
 * @param next the mark to go on from; null: that was all
 * @param isComplete whether all messages are in the index
 */
public record Found(List<Hit> hits, String next, boolean isComplete) {
    public String json() {
        return "{\"hits\":" + hits.stream().map(Hit::json).collect(Collectors.joining(",", "[", "]"))
                + (next == null ? "" : ",\"next\":" + JsonText.quote(next)) + ",\"complete\":" + isComplete + "}";
    }
}
