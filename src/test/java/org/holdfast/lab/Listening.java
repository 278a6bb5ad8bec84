package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets on which a process listens, read from Linux' /proc: {@code 127.0.0.1:8080}, or {@code 0.0.0.0:6900} for any address. */
public final class Listening {
    private static final String TCP_LISTEN = "0A";
    private static final String UDP_UNCONNECTED = "07";
    private static final String IPV4_IN_IPV6 = "0000000000000000FFFF0000";

    private Listening() {}

    public static Set<String> of(long pid) {
        var inodes = socketsOf(pid);
        var found = new TreeSet<String>();
        for (var table : List.of("tcp", "tcp6")) found.addAll(rows(pid, table, TCP_LISTEN, inodes));
        for (var table : List.of("udp", "udp6")) found.addAll(rows(pid, table, UDP_UNCONNECTED, inodes));
        return found;
    }

    private static List<String> rows(long pid, String table, String state, Set<String> inodes) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/net/" + table))) {
            return lines.skip(1)
                    .map(line -> line.trim().split("\\s+"))
                    .filter(columns -> columns[3].equals(state) && inodes.contains(columns[9]))
                    .map(columns -> address(columns[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> socketsOf(long pid) {
        try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors
                    .flatMap(Listening::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }

    /** {@code 0100007F:1F90}: each 32-bit word in the machine's byte order, the port in the network's. */
    private static String address(String hex) {
        var parts = hex.split(":");
        var port = Integer.parseInt(parts[1], 16);
        var host = parts[0].startsWith(IPV4_IN_IPV6) ? parts[0].substring(IPV4_IN_IPV6.length()) : parts[0];
        if (host.length() == 8) return ipv4(host) + ":" + port;
        return (host.matches("0+") ? "0.0.0.0" : "[" + host + "]") + ":" + port;
    }

    private static String ipv4(String hex) {
        var word = Integer.reverseBytes((int) Long.parseLong(hex, 16));
        return (word >>> 24) + "." + (word >>> 16 & 255) + "." + (word >>> 8 & 255) + "." + (word & 255);
    }
}
