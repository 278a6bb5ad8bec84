package org.holdfast.bench;

import java.nio.file.Path;
import java.util.List;

/** What a server's process is started with. */
interface Program {
    /** Fetches what it needs. @return why it cannot run here, in words; empty: it can */
    default String missing() {
        return "";
    }

    /** Writes what it reads at its start. */
    default void prepare(Path folder, int port) {}

    /** @param folder its own, to write in */
    List<String> command(Path folder, int port);

    /** Whether it can be looked into while it runs. */
    default boolean isProfiled() {
        return false;
    }

    /** What answers with 200 once it is ready. */
    String readyPath();

    /** What it calls itself, by the text that it answers there. */
    default String version(String answer) {
        return answer.strip();
    }
}
