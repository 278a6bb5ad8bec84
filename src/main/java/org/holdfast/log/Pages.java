package org.holdfast.log;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Events that are older than the ring, in pages that never change. All who ask for the same page share one read, so a crowd that comes
 * back reads each page once.
 */
public final class Pages {
    private static final int PAGE = 256;

    /** @param size how many events it has: fewer than a full page when the log ended there, or its reader's membership did */
    private record Key(long log, long number, int size) {}

    private final EventStore store;
    private final int sliceChars;
    private final AsyncLoadingCache<Key, List<String>> pages;

    /** @param mostChars what all pages together may weigh, in characters */
    public Pages(EventStore store, Executor executor, int sliceChars, long mostChars) {
        this.store = store;
        this.sliceChars = sliceChars;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(mostChars)
                .weigher((Key key, List<String> page) -> weight(page))
                .executor(executor)
                .buildAsync(this::read);
    }

    /** The events after a position, up to {@code last}, which is committed; at least one. Fails with {@link EventsGone}. */
    public CompletableFuture<Slice> after(long log, long position, long last) {
        return after(log, position, last, sliceChars);
    }

    /** @param mostChars as many as fit that */
    public CompletableFuture<Slice> after(long log, long position, long last, int mostChars) {
        long number = position / PAGE;
        int skipped = (int) (position % PAGE);
        int size = (int) Math.min(PAGE, last - number * PAGE);
        return pages.get(new Key(log, number, size))
                .thenApply(page -> Slice.join(
                        position, rest(log, position, page, size - skipped), Math.min(mostChars, sliceChars)));
    }

    /** A page's oldest events may have been deleted when it was read, or are since: then it begins with the next one. */
    private static List<String> rest(long log, long position, List<String> page, int wanted) {
        int missing = wanted - page.size();
        if (missing > 0) throw new EventsGone(log, position + missing);
        return page.subList(-missing, page.size());
    }

    private List<String> read(Key key) {
        List<Event> events = store.after(key.log(), key.number() * PAGE, key.size());
        long last = key.number() * PAGE + key.size();
        if (events.isEmpty() || events.get(0).sequence() != last - events.size() + 1) throw missing(key.log(), last);
        return events.stream().map(Event::frame).toList();
    }

    /** All up to {@code last} is deleted, or the store is broken: then nobody is to be told that it goes on somewhere. */
    private RuntimeException missing(long log, long last) {
        long keptAfter = store.state(log).map(LogState::keptAfter).orElse(0L);
        if (keptAfter >= last) return new EventsGone(log, keptAfter);
        return new IllegalStateException("The store misses events of log " + log);
    }

    private static int weight(List<String> page) {
        return page.stream().mapToInt(String::length).sum();
    }
}
