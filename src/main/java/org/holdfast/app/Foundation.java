package org.holdfast.app;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.holdfast.db.Database;
import org.holdfast.delivery.Workers;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogWriter;
import org.holdfast.log.Pages;
import org.holdfast.log.RingSize;
import org.holdfast.log.RoomLogs;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Makes the objects of the lowest floor, which know no container. */
@ApplicationScoped
public class Foundation {
    @Inject
    private Settings settings;

    @Inject
    private Threads threads;

    private Database database;

    @PostConstruct
    void open() {
        database = DatabaseChoice.open(settings);
    }

    @Produces
    @Singleton
    Database database() {
        return database;
    }

    @Produces
    @Singleton
    Jdbi jdbi() {
        return database.jdbi();
    }

    @Produces
    @Singleton
    EventStore store() {
        return new EventStore(database.jdbi());
    }

    @Produces
    @Singleton
    RoomLogs logs(EventStore store) {
        RingSize ring = new RingSize(settings.number(Setting.RING_SIZE), settings.number(Setting.RING_CHARS));
        return new RoomLogs(store, ring, settings.number(Setting.FRAME_BYTES));
    }

    @Produces
    @Singleton
    Pages pages(EventStore store, RoomLogs logs, Workers workers) {
        Pages pages = new Pages(
                store, workers.tasks(), settings.number(Setting.FRAME_BYTES), settings.number(Setting.PAGE_CACHE));
        logs.announceRedactionsTo(pages::forget);
        return pages;
    }

    @Produces
    @Singleton
    LogWriter writer(Jdbi jdbi, EventStore store, RoomLogs logs) {
        ExecutorService thread = threads.writer();
        int queue = settings.number(Setting.WRITER_QUEUE);
        return new LogWriter(jdbi, store, logs, thread, queue, settings.number(Setting.WRITER_BATCH));
    }

    @PreDestroy
    void close() {
        if (database != null) database.close();
    }
}
