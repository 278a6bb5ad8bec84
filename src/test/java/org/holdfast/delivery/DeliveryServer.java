package org.holdfast.delivery;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.holdfast.account.Account;
import org.holdfast.account.Login;
import org.holdfast.account.Role;
import org.holdfast.log.LogServer;
import org.holdfast.log.Pages;
import org.holdfast.presence.Rosters;
import org.holdfast.settings.Settings;

/** Delivery over the logs of a real database, for tests. */
final class DeliveryServer implements AutoCloseable {
    static final int RING = 32;

    private final ExecutorService lanes = Executors.newFixedThreadPool(2);
    private final ExecutorService tasks = Executors.newFixedThreadPool(2);
    final LogServer log;
    final Settings settings;
    final Workers workers = new Workers(lanes, tasks, tasks);
    final Fanout fanout;
    final Rosters rosters;
    final ConnectionRegistry registry;

    DeliveryServer(Path folder, Map<String, String> set) {
        Map<String, String> all = new HashMap<>(Map.of("holdfast.frame.bytes", "4096", "holdfast.pump.threads", "2"));
        all.putAll(set);
        settings = Settings.of(all);
        log = new LogServer(folder, RING);
        fanout = new Fanout(workers, settings);
        Pages pages = new Pages(log.store, tasks, LogServer.SLICE_CHARS, 10_000_000);
        rosters = new Rosters(settings);
        registry = new ConnectionRegistry(fanout, workers, pages, rosters, settings);
        log.writer.announceTo(fanout::grew);
    }

    static Account account(long id) {
        return new Account(id, 0, "name-" + id, "Name " + id, Role.MEMBER);
    }

    Subscriber open(Connection connection) {
        return registry.open(connection, new Login(account(1), "token"), 0);
    }

    /** A connection that is welcomed, and sent the log after a position. */
    Subscriber follow(Connection connection, long id, long position) {
        Subscriber subscriber = open(connection);
        subscriber.prepare("session", List.of(start(id, position)));
        subscriber.begin();
        return subscriber;
    }

    Start start(long id, long position) {
        return new Start(log.open(id), position, 0, null);
    }

    @Override
    public void close() {
        lanes.shutdownNow();
        tasks.shutdownNow();
        log.close();
    }
}
