package org.holdfast.backplane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The answers to one question as they come in, line by line, some of them twice, some never. */
final class Gathering {
    private final Set<String> expected;
    private final CompletableFuture<Void> whole = new CompletableFuture<>();

    /** By node and number. Guarded by this. */
    private final Map<String, SortedMap<Integer, String>> lines = new HashMap<>();

    /** How many lines a node's answer has; when that is known. Guarded by this. */
    private final Map<String, Integer> sizes = new HashMap<>();

    /** @param expected the nodes that are waited for */
    Gathering(Set<String> expected) {
        this.expected = expected;
    }

    synchronized void line(String node, int number, String text) {
        lines.computeIfAbsent(node, any -> new TreeMap<>()).put(number, text);
        look();
    }

    synchronized void size(String node, int size) {
        sizes.put(node, size);
        look();
    }

    /** Nobody knows whether there are more than those that are expected: where none is, all of the time is theirs. */
    private void look() {
        if (!expected.isEmpty() && answered().containsAll(expected)) whole.complete(null);
    }

    /** Until all that are expected have answered, but no longer than that. */
    void await(long millis) {
        try {
            whole.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            // The others have answered.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized Answers answers() {
        SortedMap<String, List<String>> byNode = new TreeMap<>();
        for (String node : answered())
            byNode.put(node, List.copyOf(linesOf(node).values()));
        Set<String> silent = new TreeSet<>(expected);
        silent.removeAll(byNode.keySet());
        return new Answers(byNode, silent);
    }

    private Set<String> answered() {
        Set<String> answered = new TreeSet<>(sizes.keySet());
        answered.removeIf(node -> linesOf(node).size() < sizes.get(node));
        return answered;
    }

    private SortedMap<Integer, String> linesOf(String node) {
        return lines.getOrDefault(node, new TreeMap<>());
    }
}
