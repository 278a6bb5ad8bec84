package org.holdfast.log;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks only when told: what is submitted before then shares one group. */
final class Held implements Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    void run() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
    }
}
