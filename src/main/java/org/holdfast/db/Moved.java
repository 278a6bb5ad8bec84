package org.holdfast.db;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether logs are there already, by the names of their numberings, which are no others'. */
record Moved(List<List<Object>> there, List<List<Object>> here) {
    /** Numbering and newest sequence. */
    static final String LOGS = "SELECT CONCAT(id, ':', epoch), last_sequence FROM log";

    boolean isSo() {
        Map<Object, Long> heads = heads();
        return there.stream().anyMatch(log -> heads.containsKey(log.get(0)));
    }

    /** Whether one of those that it was moved from is longer now. */
    boolean hasGoneOn() {
        Map<Object, Long> heads = heads();
        return there.stream().anyMatch(log -> (Long) log.get(1) > heads.getOrDefault(log.get(0), 0L));
    }

    private Map<Object, Long> heads() {
        Function<List<Object>, Long> head = log -> (Long) log.get(1);
        return here.stream().collect(Collectors.toMap(log -> log.get(0), head));
    }
}
