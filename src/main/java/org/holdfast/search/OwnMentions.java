package org.holdfast.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.account.Account;
import org.holdfast.message.Call;
import org.holdfast.message.CurrentMessage;
import org.holdfast.message.CurrentMessages;
import org.holdfast.room.Access;
import org.holdfast.room.RoomTitle;
import org.holdfast.room.Rooms;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** Finds the messages in which somebody is called, in the rooms that they may read at this moment. */
@ApplicationScoped
public class OwnMentions {
    private final Jdbi jdbi;
    private final Indexer indexer;
    private final Lookup lookup;
    private final Rooms rooms;

    @Inject
    public OwnMentions(
            Jdbi jdbi, Indexer indexer, CurrentMessages messages, Access access, Rooms rooms, Settings settings) {
        this.jdbi = jdbi;
        this.indexer = indexer;
        this.lookup = new Lookup(indexer, messages, access, settings.duration(Setting.SEARCH_TIME));
        this.rooms = rooms;
    }

    /** For the container's proxy. */
    protected OwnMentions() {
        jdbi = null;
        indexer = null;
        lookup = null;
        rooms = null;
    }

    /**
     * The newest first.
     *
     * @param before the mark that the answer before ended with; null: from the newest on
     * @throws Refusal {@code bad_field}; {@code busy}
     */
    public Found of(Account account, String before, int limit) {
        Map<Long, RoomTitle> titles = rooms.titles(account, 0);
        Map<Long, Long> joined = joined(account);
        boolean isComplete = indexer.isComplete();
        Lookup.Page page =
                lookup.page(account, Looking.calling(account.id(), titles.keySet()), Order.NEWEST, before, limit);
        List<Hit> hits = page.messages().stream()
                .map(message -> hit(message, titles.get(message.event().log()), calls(message, account, joined)))
                .filter(hit -> hit.told() > 0)
                .toList();
        return new Found(hits, page.next(), isComplete);
    }

    /** When the account came into its rooms. */
    private Map<Long, Long> joined(Account account) {
        Map<Long, Long> joined = new HashMap<>();
        jdbi.useHandle(handle -> handle.select("SELECT room, joined_at FROM membership WHERE account = ?", account.id())
                .map((row, context) -> joined.put(row.getLong(1), row.getLong(2)))
                .list());
        return joined;
    }

    /** Everybody is who was there. The index may know of a call that an edit took back a moment ago. */
    private static List<Call> calls(CurrentMessage message, Account account, Map<Long, Long> joined) {
        long since = joined.getOrDefault(message.event().log(), Long.MAX_VALUE);
        return message.calls().stream()
                .filter(call ->
                        call.account() == account.id() || call.account() == Call.EVERYBODY && call.at() >= since)
                .toList();
    }

    private static Hit hit(CurrentMessage message, RoomTitle title, List<Call> calls) {
        return new Hit(
                message.event(),
                title.name(),
                calls.stream().mapToLong(Call::told).max().orElse(0),
                Snippet.around(
                        message.text(),
                        calls.stream()
                                .map(call -> new Range(call.start(), call.end()))
                                .toList()),
                message.files().stream()
                        .map(file -> new FoundFile(file, Snippet.around(file.name(), List.of())))
                        .toList());
    }
}
