package org.holdfast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.holdfast.room.RoomTitle;
import org.holdfast.room.Rooms;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds messages, in the rooms that one may read at this moment. The index only says where: what is answered is read from the log then, so that nothing comes out
 * of it that was deleted, or said otherwise, a moment ago.
 */
@ApplicationScoped
public class MessageSearch {
    private static final long RETRY_MILLIS = 2_000;

    /** What is counted beyond what is given: nothing. */
    private static final int COUNTED = 1;

    private final Jdbi jdbi;
    private final Indexer indexer;
    private final CurrentMessages messages;
    private final Access access;
    private final Rooms rooms;
    private final long time;

    @Inject
    public MessageSearch(
            Jdbi jdbi, Indexer indexer, CurrentMessages messages, Access access, Rooms rooms, Settings settings) {
        this.jdbi = jdbi;
        this.indexer = indexer;
        this.messages = messages;
        this.access = access;
        this.rooms = rooms;
        this.time = settings.duration(Setting.SEARCH_TIME);
    }

    /** For the container's proxy. */
    protected MessageSearch() {
        jdbi = null;
        indexer = null;
        messages = null;
        access = null;
        rooms = null;
        time = 0;
    }

    /** @throws Refusal {@code bad_field}; {@code busy} */
    public Found find(Account account, Asked asked) {
        Wanted wanted = WantedReader.read(asked.text(), asked.zone());
        List<Looked> looked = Looked.all(wanted.all().phrases(), indexer.words());
        List<Looked> shunned = Looked.all(wanted.none().phrases(), indexer.words());
        Map<Long, RoomTitle> titles = rooms.titles(account, 0);
        boolean isComplete = indexer.isComplete();
        Query query = Looking.of(wanted, looked, shunned, new Names(jdbi, account, titles));
        List<FieldDoc> places = places(query, asked);
        List<Hit> hits = hits(account, places, asked.order(), looked, titles);
        boolean isMore = places.size() == asked.limit();
        return new Found(hits, isMore ? asked.order().mark(places.get(places.size() - 1)) : null, isComplete);
    }

    private List<FieldDoc> places(Query query, Asked asked) {
        SearchIndex index = indexer.index();
        if (index == null) throw busy("Messages can't be searched at the moment.");
        try {
            return index.search(searcher -> places(new IndexSearcher(searcher.getIndexReader()), query, asked));
        } catch (AlreadyClosedException replaced) {
            throw busy("Messages can't be searched at the moment.");
        } catch (IOException | IllegalStateException | IndexOutOfBoundsException unreadable) {
            indexer.doubt(unreadable);
            throw busy("Messages can't be searched at the moment.");
        }
    }

    /** @param searcher of this search alone: its time is */
    private List<FieldDoc> places(IndexSearcher searcher, Query query, Asked asked) throws IOException {
        searcher.setTimeout(new QueryTimeoutImpl(time));
        int most = searcher.getIndexReader().maxDoc();
        FieldDoc after = asked.before() == null ? null : asked.order().place(asked.before(), most);
        if (most == 0) return List.of();
        var manager = new TopFieldCollectorManager(asked.order().sort(), asked.limit(), after, COUNTED);
        var found = searcher.search(query, manager);
        if (searcher.timedOut()) throw busy("This took too long to find. Look for more, or for rarer words.");
        List<FieldDoc> places = new ArrayList<>();
        for (var each : found.scoreDocs) places.add((FieldDoc) each);
        return places;
    }

    private List<Hit> hits(
            Account account, List<FieldDoc> places, Order order, List<Looked> looked, Map<Long, RoomTitle> titles) {
        Map<Long, Set<Long>> wanted = new HashMap<>();
        for (FieldDoc place : places)
            wanted.computeIfAbsent(order.room(place), none -> new TreeSet<>()).add(order.sequence(place));
        Map<Long, Map<Long, CurrentMessage>> current = new HashMap<>();
        wanted.forEach((room, sequences) -> current.put(room, current(account, room, sequences)));
        return places.stream()
                .map(place -> current.get(order.room(place)).get(order.sequence(place)))
                .filter(message -> message != null)
                .map(message -> hit(message, titles.get(message.event().log()), looked))
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

    private Hit hit(CurrentMessage message, RoomTitle title, List<Looked> looked) {
        return new Hit(
                message.event(),
                title.name(),
                Snippet.of(message.text(), looked, indexer.words()),
                message.files().stream()
                        .map(file -> new FoundFile(file, Snippet.of(file.name(), looked, indexer.words())))
                        .toList());
    }

    private static Refusal busy(String message) {
        return new Refusal(Code.BUSY, message, RETRY_MILLIS);
    }
}
