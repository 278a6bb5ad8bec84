package org.holdfast.search;

import static org.awaitility.Awaitility.await;
import static org.holdfast.room.RoomServer.done;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.holdfast.account.Account;
import org.holdfast.message.CurrentMessages;
import org.holdfast.message.Target;
import org.holdfast.room.RoomServer;
import org.holdfast.settings.Settings;

/** A search of rooms on a real database, for tests. */
final class SearchServer implements AutoCloseable {
    final RoomServer rooms;
    final Indexer indexer;
    final MessageSearch search;
    final OwnMentions mentions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    SearchServer(Path folder) {
        rooms = new RoomServer(folder);
        Settings settings = Settings.of(Map.of("holdfast.data", folder.toString()));
        CurrentMessages messages = new CurrentMessages(rooms.log.jdbi);
        indexer = new Indexer(rooms.log.jdbi, rooms.log.store, messages, settings);
        search = new MessageSearch(rooms.log.jdbi, indexer, messages, rooms.access, rooms.rooms, settings);
        mentions = new OwnMentions(rooms.log.jdbi, indexer, messages, rooms.access, rooms.rooms, settings);
        rooms.log.writer.announceTo(indexer::grew);
        indexer.begin(thread);
    }

    long post(Account account, long room, String text) {
        return done(rooms.messages.post(account, room, UUID.randomUUID().toString(), text))
                .sequence();
    }

    Target target(Account account, long room, long message) {
        return new Target(account, room, message, UUID.randomUUID().toString());
    }

    Found find(Account account, String text) {
        return find(account, text, Order.NEWEST, null, 50);
    }

    Found find(Account account, String text, Order order, String before, int limit) {
        return search.find(account, new Asked(text, ZoneOffset.UTC, order, before, limit));
    }

    List<String> texts(Account account, String text) {
        return find(account, text).hits().stream().map(hit -> hit.text().text()).toList();
    }

    /** Until all that was committed is found, or not found any more. */
    void settle() {
        await().atMost(Duration.ofSeconds(20)).until(() -> indexer.isComplete() && indexer.isIdle());
    }

    @Override
    public void close() throws InterruptedException {
        indexer.end(10_000);
        rooms.close();
    }
}
