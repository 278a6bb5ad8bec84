package org.holdfast.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.holdfast.account.Account;
import org.holdfast.message.CurrentMessage;
import org.holdfast.message.CurrentMessages;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPermission;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * Asks the index, which only says where: what is answered is read from the log then, so that nothing comes out of it that was deleted, or said otherwise, a
 * moment ago.
 *
 * @param time how long one question may take, in milliseconds
 */
record Lookup(Indexer indexer, CurrentMessages messages, Access access, long time) {
    private static final long RETRY_MILLIS = 2_000;

    /** What is counted beyond what is given: nothing. */
    private static final int COUNTED = 1;

    /** @param next the mark to go on from; null: that was all */
    record Page(List<CurrentMessage> messages, String next) {}

    /** @param before the mark that the page before ended with; null: from the first on. @throws Refusal {@code bad_field}; {@code busy} */
    Page page(Account account, Query query, Order order, String before, int limit) {
        List<FieldDoc> places = places(query, order, before, limit);
        boolean isMore = places.size() == limit;
        return new Page(current(account, places, order), isMore ? order.mark(places.get(places.size() - 1)) : null);
    }

    private List<FieldDoc> places(Query query, Order order, String before, int limit) {
        SearchIndex index = indexer.index();
        if (index == null) throw busy("Messages can't be searched at the moment.");
        try {
            return index.search(
                    searcher -> places(new IndexSearcher(searcher.getIndexReader()), query, order, before, limit));
        } catch (AlreadyClosedException replaced) {
            throw busy("Messages can't be searched at the moment.");
        } catch (IOException | IllegalStateException | IndexOutOfBoundsException unreadable) {
            indexer.doubt(unreadable);
            throw busy("Messages can't be searched at the moment.");
        }
    }

    /** @param searcher of this search alone: its time is */
    private List<FieldDoc> places(IndexSearcher searcher, Query query, Order order, String before, int limit)
            throws IOException {
        searcher.setTimeout(new QueryTimeoutImpl(time));
        int most = searcher.getIndexReader().maxDoc();
        FieldDoc after = before == null ? null : order.place(before, most);
        if (most == 0) return List.of();
        var found = searcher.search(query, new TopFieldCollectorManager(order.sort(), limit, after, COUNTED));
        if (searcher.timedOut()) throw busy("This took too long to find. Look for more, or for rarer words.");
        List<FieldDoc> places = new ArrayList<>();
        for (var each : found.scoreDocs) places.add((FieldDoc) each);
        return places;
    }

    private List<CurrentMessage> current(Account account, List<FieldDoc> places, Order order) {
        Map<Long, Set<Long>> wanted = new HashMap<>();
        for (FieldDoc place : places)
            wanted.computeIfAbsent(order.room(place), none -> new TreeSet<>()).add(order.sequence(place));
        Map<Long, Map<Long, CurrentMessage>> current = new HashMap<>();
        wanted.forEach((room, sequences) -> current.put(room, current(account, room, sequences)));
        return places.stream()
                .map(place -> current.get(order.room(place)).get(order.sequence(place)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Asked once more, after the index: who was taken out of the room meanwhile is told nothing of it. */
    private Map<Long, CurrentMessage> current(Account account, long room, Set<Long> sequences) {
        List<CurrentMessage> there = messages.of(room, sequences);
        if (!access.may(account.id(), room, RoomPermission.READ)) return Map.of();
        Map<Long, CurrentMessage> bySequence = new HashMap<>();
        there.forEach(message -> bySequence.put(message.event().sequence(), message));
        return bySequence;
    }

    private static Refusal busy(String message) {
        return new Refusal(Code.BUSY, message, RETRY_MILLIS);
    }
}
