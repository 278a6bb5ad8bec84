package org.holdfast.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a server process holds, seen from outside, after a full collection.
 *
 * @param bytes all live objects
 * @param threads threads of the process
 * @param sockets open sockets of the process
 */
record LiveHeap(long bytes, Map<String, Long> instances, long threads, long sockets) {
    static LiveHeap of(long pid) {
        var instances = new HashMap<String, Long>();
        var total = 0L;
        for (var line :
                Commands.run("jcmd", String.valueOf(pid), "GC.class_histogram").split("\n")) {
            var columns = line.trim().split("\\s+");
            if (columns[0].equals("Total")) total = Long.parseLong(columns[2]);
            else if (columns[0].endsWith(":") && columns.length > 3)
                instances.put(columns[3], Long.parseLong(columns[1]));
        }
        return new LiveHeap(total, instances, threads(pid), sockets(pid));
    }

    /** How many objects of the class live. */
    long of(String className) {
        return instances.getOrDefault(className, 0L);
    }

    /** How many connections the registry holds. */
    long subscribers() {
        return of("org.holdfast.delivery.Subscriber");
    }

    private static long threads(long pid) {
        return count(Path.of("/proc/" + pid + "/task"), "");
    }

    private static long sockets(long pid) {
        return count(Path.of("/proc/" + pid + "/fd"), "socket:");
    }

    private static long count(Path folder, String target) {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> target.isEmpty() || pointsTo(entry, target))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean pointsTo(Path link, String target) {
        try {
            return Files.readSymbolicLink(link).toString().startsWith(target);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "%d KiB, %d subscribers, %d threads, %d sockets".formatted(bytes >> 10, subscribers(), threads, sockets);
    }
}
