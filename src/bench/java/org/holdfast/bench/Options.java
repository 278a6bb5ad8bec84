package org.holdfast.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be measured.
 *
 * @param scenarios by name
 * @param isShort shorter spans and fewer connections: to see that it works, not for figures
 * @param isProfiled whether the server is profiled in the measured spans
 */
record Options(List<String> scenarios, boolean isShort, boolean isProfiled) {
    private static final String ALL = "fanout,ack,storm,idle,start,size";

    /** Only where they are asked for: they want other programs, or take many minutes. */
    private static final String PEERS = "peers,sse,product";

    private static final int SHORTER = 4;

    /** As {@code -Dbench}, {@code -Dbench.short} and {@code -Dbench.profile} say. */
    static Options given() {
        List<String> asked = List.of(property("bench", ALL).split("\\s*,\\s*"));
        Set<String> unknown = new TreeSet<>(asked);
        List<String> known = List.of((ALL + "," + PEERS).split(","));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) throw new IllegalArgumentException("-Dbench: " + unknown + ", none of " + known);
        String profile = property("bench.profile", "");
        if (!Set.of("", "cpu").contains(profile)) throw new IllegalArgumentException("-Dbench.profile is not cpu");
        return new Options(asked, !property("bench.short", "false").equals("false"), !profile.isEmpty());
    }

    boolean has(String scenario) {
        return scenarios.contains(scenario);
    }

    Duration seconds(int seconds) {
        return Duration.ofSeconds(isShort ? Math.max(1, seconds / SHORTER) : seconds);
    }

    int connections(int count) {
        return isShort ? Math.min(count, 1_000) : count;
    }

    String command() {
        return "mvn -Pbench -DskipTests -Dbench=" + String.join(",", scenarios) + (isShort ? " -Dbench.short" : "")
                + (isProfiled ? " -Dbench.profile=cpu" : "") + " verify";
    }

    /** Maven hands over a property that was not given as an empty one. */
    private static String property(String name, String standard) {
        String value = System.getProperty(name, "");
        return value.isEmpty() ? standard : value;
    }
}
