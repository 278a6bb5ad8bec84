package org.holdfast.log;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Events that are older than the ring, in pages that change only when an event loses its content. All who ask for the same page share one read, so a crowd that comes
 * back reads each page once.
 */
public final class Pages {
    private static final int PAGE = 256;
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** @param size how many events it has: fewer than a full page when the log ended there, or its reader's membership did */
    private record Key(long log, long number, int size) {}

    private final EventStore store;
    private final int sliceChars;
    private final AsyncLoadingCache<Key, Page> pages;

    /** @param mostChars what all pages together may weigh, in characters */
    public Pages(EventStore store, Executor executor, int sliceChars, long mostChars) {
        this.store = store;
        this.sliceChars = sliceChars;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(mostChars)
                .weigher((Key key, Page page) -> page.weight())
                .executor(executor)
                // Of a redaction by another node, in a log that nobody follows here, nobody tells.
                .expireAfterWrite(LIFE)
                .buildAsync(this::read);
    }

    /** The events after a position, up to {@code last}, which is committed; at least one. Fails with {@link EventsGone}. */
    public CompletableFuture<Slice> after(long log, long position, long last, long ring) {
        return after(log, position, last, ring, sliceChars);
    }

    /**
     * @param ring the position from which on the ring has them. A page that is not full is read only up to there, so that all who ask
     *     while the log grows ask for the same
     * @param mostChars as many as fit that
     */
    public CompletableFuture<Slice> after(long log, long position, long last, long ring, int mostChars) {
        long number = position / PAGE;
        long begin = number * PAGE;
        long end = last < begin + PAGE ? Math.min(last, ring) : begin + PAGE;
        int most = Math.min(mostChars, sliceChars);
        return pages.get(new Key(log, number, (int) (end - begin))).thenApply(page -> page.after(position, most));
    }

    /** What was read of a log is out of date; what is being read is not kept. */
    public void forget(long log) {
        pages.asMap().keySet().removeIf(key -> key.log() == log);
    }

    /** Its oldest events may have been deleted: then it begins with the next one. */
    private Page read(Key key) {
        List<Event> events = store.after(key.log(), key.number() * PAGE, key.size());
        long begin = key.number() * PAGE + key.size() - events.size();
        if (events.isEmpty() || events.get(0).sequence() != begin + 1) throw missing(key.log(), begin + events.size());
        return new Page(key.log(), begin, events.stream().map(Event::frame).toList(), sliceChars);
    }

    /** All up to {@code last} is deleted, or the store is broken: then nobody is to be told that it goes on somewhere. */
    private RuntimeException missing(long log, long last) {
        long keptAfter = store.state(log).map(LogState::keptAfter).orElse(0L);
        if (keptAfter >= last) return new EventsGone(log, keptAfter);
        return new IllegalStateException("The store misses events of log " + log);
    }
}
