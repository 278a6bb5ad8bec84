package org.holdfast.lab;

import java.net.URI;
import java.nio.file.Path;

/** A real Apache httpd in front of a server, with a configuration as people have it. */
final class Apache extends FrontServer {
    private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
    private static final Path MAIN = Path.of("src/test/resources/apache/main.conf");

    /**
     * @param path below which the configuration has the chat
     * @param seconds instead of its minute
     */
    Apache(int port, Path configuration, String path, int seconds, int upstreamPort) {
        super("apache", URI.create("http://127.0.0.1:" + port + path));
        write("httpd.conf", "Listen 127.0.0.1:" + port + "\nServerName 127.0.0.1\n" + read(MAIN));
        write(
                "tested.conf",
                read(configuration)
                        .replace("*:80>", "*:" + port + ">")
                        .replace("ProxyTimeout 60", "ProxyTimeout " + seconds)
                        .replace("127.0.0.1:8080", "127.0.0.1:" + upstreamPort));
        var here = folder.toAbsolutePath().toString();
        start(PROGRAM.toString(), "-d", here, "-f", here + "/httpd.conf", "-D", "FOREGROUND");
    }

    static void require() {
        require(PROGRAM, "apache2-bin");
    }
}
