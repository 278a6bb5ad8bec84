package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a process has cost, with those it has made, by the operating system's account; and by the virtual machine's. */
final class ProcessAccount {
    /** Ticks a second of /proc on every Linux, see proc(5). */
    private static final double TICKS = 100;

    /** In the names of HotSpot's compiler threads, C1 and C2, as the system cuts them off. */
    private static final String COMPILER = " CompilerThre";

    private static final int AFTER_NAME_USER = 11;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("(?:generation|heap) .*used (\\d+)K");

    private final long pid;

    ProcessAccount(long pid) {
        this.pid = pid;
    }

    /** User and system time so far. */
    double cpuSeconds() {
        return seconds(read("stat")) + made();
    }

    /** nginx's master does nothing, its workers do. */
    private double made() {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(process -> readIfThere(Path.of("/proc", String.valueOf(process.pid()), "stat")))
                .filter(stat -> !stat.isEmpty())
                .mapToDouble(ProcessAccount::seconds)
                .sum();
    }

    /** What of it the just-in-time compilers took, while their threads live. */
    double compilerSeconds() {
        try (var tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return tasks.map(task -> readIfThere(task.resolve("stat")))
                    .filter(stat -> stat.contains(COMPILER))
                    .mapToDouble(ProcessAccount::seconds)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(String stat) {
        // The name may have blanks in it; it ends with the last bracket.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[AFTER_NAME_USER]) + Long.parseLong(fields[AFTER_NAME_USER + 1])) / TICKS;
    }

    /** A thread may have ended since it was listed. */
    private static String readIfThere(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }

    long residentKilobytes() {
        var found = RESIDENT.matcher(read("status"));
        if (!found.find()) throw new IllegalStateException("No VmRSS of process " + pid);
        return Long.parseLong(found.group(1));
    }

    /** The heap that is in use after a collection. */
    long liveKilobytes() {
        jcmd("GC.run");
        jcmd("GC.run");
        var heap = USED.matcher(jcmd("GC.heap_info"));
        long sum = 0;
        while (heap.find()) sum += Long.parseLong(heap.group(1));
        if (sum == 0) throw new IllegalStateException("No heap of process " + pid);
        return sum;
    }

    private String jcmd(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return Installed.run(jcmd.toString(), String.valueOf(pid), command).output();
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
