package org.holdfast.lab;

import java.net.URI;
import java.nio.file.Path;

/** A real nginx in front of a server, with a configuration as people have it. */
final class Nginx extends FrontServer {
    static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private static final Path MAIN = Path.of("src/test/resources/nginx/main.conf");

    /**
     * @param configuration one server block that listens at 80 and passes to 8080
     * @param readTimeout instead of nginx's minute; empty: that
     */
    Nginx(int port, Path configuration, String readTimeout, int upstreamPort) {
        super("nginx", URI.create((isSecure(configuration) ? "https" : "http") + "://127.0.0.1:" + port + "/"));
        if (isSecure(configuration)) certify();
        write("nginx.conf", read(MAIN));
        write("tested.conf", placed(read(configuration), readTimeout, port, upstreamPort));
        start(PROGRAM.toString(), "-p", folder.toAbsolutePath().toString(), "-c", "nginx.conf");
    }

    static void require() {
        require(PROGRAM, "nginx");
    }

    private static boolean isSecure(Path configuration) {
        return read(configuration).contains(" ssl");
    }

    private static String placed(String text, String readTimeout, int port, int upstreamPort) {
        var patience = readTimeout.isEmpty() ? "" : "proxy_read_timeout " + readTimeout + ";\n";
        return patience
                + text.replaceAll("proxy_read_timeout [^;]*;", "")
                        .replace("listen 80", "listen 127.0.0.1:" + port)
                        .replace("127.0.0.1:8080", "127.0.0.1:" + upstreamPort);
    }

    /** For this address, for a day; the browser is told to believe it. */
    private void certify() {
        var command =
                "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -keyout key.pem -out cert.pem";
        var made = run(command.split(" "));
        made.onExit().join();
        if (made.exitValue() != 0) throw new IllegalStateException("openssl made no certificate, see " + folder);
    }
}
