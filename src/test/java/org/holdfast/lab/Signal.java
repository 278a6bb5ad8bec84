package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that Java has no word for. */
final class Signal {
    private Signal() {}

    static void send(String name, long pid) {
        try {
            var exit = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                    .start()
                    .waitFor();
            if (exit != 0) throw new AssertionError("kill -" + name + " ended with " + exit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
