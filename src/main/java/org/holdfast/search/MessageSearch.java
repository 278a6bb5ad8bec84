package org.holdfast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.holdfast.account.Account;
import org.holdfast.message.CurrentMessage;
import org.holdfast.message.CurrentMessages;
import org.holdfast.room.Access;
import org.holdfast.room.RoomTitle;
import org.holdfast.room.Rooms;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** Finds messages, in the rooms that one may read at this moment. */
@ApplicationScoped
public class MessageSearch {
    private final Jdbi jdbi;
    private final Indexer indexer;
    private final Lookup lookup;
    private final Rooms rooms;

    @Inject
    public MessageSearch(
            Jdbi jdbi, Indexer indexer, CurrentMessages messages, Access access, Rooms rooms, Settings settings) {
        this.jdbi = jdbi;
        this.indexer = indexer;
        this.lookup = new Lookup(indexer, messages, access, settings.duration(Setting.SEARCH_TIME));
        this.rooms = rooms;
    }

    /** For the container's proxy. */
    protected MessageSearch() {
        jdbi = null;
        indexer = null;
        lookup = null;
        rooms = null;
    }

    /** @throws Refusal {@code bad_field}; {@code busy} */
    public Found find(Account account, Asked asked) {
        Wanted wanted = WantedReader.read(asked.text(), asked.zone());
        List<Looked> looked = Looked.all(wanted.all().phrases(), indexer.words());
        List<Looked> shunned = Looked.all(wanted.none().phrases(), indexer.words());
        Map<Long, RoomTitle> titles = rooms.titles(account, 0);
        boolean isComplete = indexer.isComplete();
        Query query = Looking.of(wanted, looked, shunned, new Names(jdbi, account, titles));
        Lookup.Page page = lookup.page(account, query, asked.order(), asked.before(), asked.limit());
        List<Hit> hits = page.messages().stream()
                .map(message -> hit(message, titles.get(message.event().log()), looked))
                .toList();
        return new Found(hits, page.next(), isComplete);
    }

    private Hit hit(CurrentMessage message, RoomTitle title, List<Looked> looked) {
        return new Hit(
                message.event(),
                title.name(),
                0,
                Snippet.of(message.text(), looked, indexer.words()),
                message.files().stream()
                        .map(file -> new FoundFile(file, Snippet.of(file.name(), looked, indexer.words())))
                        .toList());
    }
}
