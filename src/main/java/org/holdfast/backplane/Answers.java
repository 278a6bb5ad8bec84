package org.holdfast.backplane;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the other nodes answered.
 *
 * @param byNode of those that answered in time, by their names
 * @param silent the names of those that did not, although they answered a question not long ago
 */
public record Answers(SortedMap<String, List<String>> byNode, Set<String> silent) {}
