package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What it is measured on. */
final class Machine {
    private static final String UNKNOWN = "unknown";

    private Machine() {}

    static String processor() {
        return after("/proc/cpuinfo", "model name");
    }

    static int cores() {
        return (int) lines("/proc/cpuinfo")
                .filter(line -> line.startsWith("processor"))
                .count();
    }

    static String memory() {
        String kilobytes = after("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty()
                ? UNKNOWN
                : String.format(Locale.ROOT, "%.1f GiB", Long.parseLong(kilobytes) / 1048576.0);
    }

    static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version");
    }

    static String java() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
    }

    /** The load of the last minutes: what else goes on here. */
    static String load() {
        return lines("/proc/loadavg").findFirst().orElse(UNKNOWN);
    }

    /** Soft and hard limit of this process; the server's are the same. A virtual machine raises its own to the hard one. */
    static String openFiles() {
        return after("/proc/self/limits", "Max open files").replaceAll("\\s+", " ");
    }

    private static String after(String file, String key) {
        return lines(file)
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(key.length())
                        .replaceFirst("^[\\s:]+", "")
                        .strip())
                .orElse(UNKNOWN);
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.exists(Path.of(file)) ? Files.readAllLines(Path.of(file)).stream() : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
