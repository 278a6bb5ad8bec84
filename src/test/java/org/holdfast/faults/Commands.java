package org.holdfast.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Programs of the operating system. */
public final class Commands {
    private Commands() {}

    /** Runs to the end and gives what was printed. @throws IllegalStateException when it is not there, or fails */
    public static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) return output;
            throw new IllegalStateException(String.join(" ", command) + ": " + output.strip());
        } catch (IOException missing) {
            throw new IllegalStateException(missing.getMessage(), missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
