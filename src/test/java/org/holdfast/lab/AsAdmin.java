package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * GlassFish's administration, and Payara's.
 *
 * @param program {@code bin/asadmin}
 * @param domains the folder of a domain of a test's own
 * @param port where that domain is administered
 */
record AsAdmin(String program, Path domains, int port) {
    static final String DOMAIN = "domain1";

    /** Commands from files, while the domain runs for them alone. */
    void configure(List<Path> files) {
        run("start-domain", "--domaindir", domains.toString(), DOMAIN);
        try {
            for (var file : files)
                run(
                        "--port",
                        "" + port,
                        "multimode",
                        "--file",
                        file.toAbsolutePath().toString());
        } finally {
            run("stop-domain", "--domaindir", domains.toString(), DOMAIN);
        }
    }

    private void run(String... arguments) {
        var command = new ArrayList<>(List.of("bash", program));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AS_JAVA", System.getProperty("holdfast.test.server.java"));
        try {
            var run = builder.start();
            var said = new String(run.getInputStream().readAllBytes());
            if (run.waitFor() != 0) throw new IllegalStateException(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
