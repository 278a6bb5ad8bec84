package org.holdfast.lab;

import java.net.URI;
import java.nio.file.Path;

/** A real HAProxy in front of a server, with a configuration as people have it. */
final class HaProxy extends FrontServer {
    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
    private static final Path CONFIGURATION = Path.of("server-config/haproxy/haproxy.cfg");

    /** @param seconds instead of its minutes */
    HaProxy(int port, int seconds, int upstreamPort) {
        super("haproxy", URI.create("http://127.0.0.1:" + port + "/"));
        write(
                "haproxy.cfg",
                read(CONFIGURATION)
                        .replace(" 60s", " " + seconds + "s")
                        .replace("bind :80", "bind 127.0.0.1:" + port)
                        .replace("127.0.0.1:8080", "127.0.0.1:" + upstreamPort));
        start(PROGRAM.toString(), "-f", "haproxy.cfg", "-db");
    }

    static void require() {
        require(PROGRAM, "haproxy");
    }
}
