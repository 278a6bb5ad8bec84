package org.holdfast.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.delivery.Answering;
import org.holdfast.delivery.Workers;
import org.holdfast.file.DownloadThreads;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * The application's own pools, of the container's threads. Not its default executor: on some servers that grows without limit, on others it
 * runs a handful of tasks and refuses the rest.
 */
@ApplicationScoped
public class Threads {
    private static final int MOST_WAITING = 100_000;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Settings settings;

    private ExecutorService lanes;
    private ExecutorService tasks;
    private ExecutorService closes;
    private ExecutorService answers;
    private ExecutorService downloads;
    private ExecutorService writer;
    private ExecutorService hints;
    private ScheduledExecutorService search;

    @PostConstruct
    void start() {
        int pumps = settings.number(Setting.PUMP_THREADS);
        lanes = pool("lanes", pumps > 0 ? pumps : Runtime.getRuntime().availableProcessors());
        tasks = pool("tasks", settings.number(Setting.WORKER_THREADS));
        closes = pool("closes", settings.number(Setting.CLOSE_THREADS));
        answers = pool("answers", settings.number(Setting.ANSWER_THREADS));
        downloads = pool("downloads", settings.number(Setting.FILES_DOWNLOADS));
        writer = pool("writer", 1);
        // One hears, the other tells.
        hints = pool("hints", 2);
        search = Executors.newSingleThreadScheduledExecutor(named("search"));
    }

    private ExecutorService pool(String name, int size) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size, size, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(MOST_WAITING), named(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Whoever looks at the threads of a server is to see what they do. */
    private ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = threads.newThread(task);
            thread.setName("holdfast-" + name + "-" + count.incrementAndGet());
            return thread;
        };
    }

    @Produces
    @Singleton
    Workers workers() {
        return new Workers(lanes, tasks, closes);
    }

    @Produces
    @Singleton
    Answering answering() {
        return new Answering(answers);
    }

    @Produces
    @Singleton
    DownloadThreads downloads() {
        return new DownloadThreads(downloads);
    }

    /** The thread that commits. */
    ExecutorService writer() {
        return writer;
    }

    /** The threads between this node and the others. */
    ExecutorService hints() {
        return hints;
    }

    /** The thread that reads what was committed, for the search. */
    ScheduledExecutorService search() {
        return search;
    }

    @PreDestroy
    void stop() {
        for (ExecutorService pool : List.of(writer, lanes, tasks, closes, answers, downloads, hints, search))
            stop(pool);
    }

    private void stop(ExecutorService pool) {
        pool.shutdown();
        try {
            pool.awaitTermination(settings.duration(Setting.DRAIN_LIMIT), TimeUnit.MILLISECONDS);
            // Whoever still waits, the writer for a database that is away, would keep the thread for ever.
            pool.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
