package org.holdfast.delivery;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.holdfast.wire.JsonText;

/**
 * The live connections of all nodes that answered, node after node by their names, of each the newest first.
 *
 * @param byNode what each answered: how many it has, and then those that are asked for
 * @param silent the nodes that did not
 */
public record ConnectionList(SortedMap<String, List<String>> byNode, Collection<String> silent, int most) {
    /** As members of a JSON object. */
    public String json() {
        String connections = byNode.values().stream()
                .flatMap(answer -> answer.stream().skip(1))
                .limit(most)
                .collect(Collectors.joining(","));
        return "\"nodes\":" + names(byNode.keySet()) + ",\"silent\":" + names(silent) + ",\"total\":" + total()
                + ",\"connections\":[" + connections + "]";
    }

    private int total() {
        return byNode.values().stream()
                .mapToInt(answer -> Integer.parseInt(answer.get(0)))
                .sum();
    }

    private static String names(Collection<String> nodes) {
        return nodes.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));
    }
}
