package org.holdfast.bench;

import java.util.List;

/** Which core the server and the load have to themselves. */
enum Cores {
    PINNED,
    SHARED;

    private static final String SERVER = "0";
    private static final String LOAD = "1";

    static Cores here() {
        boolean can = Runtime.getRuntime().availableProcessors() > 1
                && Installed.find("taskset").isPresent();
        return can ? PINNED : SHARED;
    }

    /** What stands before the server's command. */
    List<String> server() {
        return this == PINNED ? List.of("taskset", "-c", SERVER) : List.of();
    }

    /** Moves this process, with all its threads. */
    void moveHere() {
        move(ProcessHandle.current().pid(), LOAD);
    }

    /** Moves a server that something else has started, with all its threads. */
    void moveToServers(long pid) {
        move(pid, SERVER);
    }

    private void move(long pid, String core) {
        if (this != PINNED) return;
        int status = Installed.run("taskset", "-a", "-c", "-p", core, String.valueOf(pid))
                .status();
        if (status != 0) throw new IllegalStateException("taskset ended with " + status);
    }

    String text() {
        return this == PINNED
                ? "server pinned to core " + SERVER + ", load to core " + LOAD
                : "NOT pinned: taskset is missing, or there is one core; server and load disturb each other";
    }
}
