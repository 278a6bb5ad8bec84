package org.holdfast.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** The files of a message on its way into a room's log. */
public final class Attachments {
    private static final int MOST = 10;

    private final List<String> ids;

    /** In the order of the ids; empty until they are taken. Used by the transaction that writes, alone. */
    private List<StoredFile> files = List.of();

    private Attachments(List<String> ids) {
        this.ids = ids;
    }

    /** @throws Refusal {@code bad_field} */
    public static Attachments of(List<String> ids) {
        if (ids.size() > MOST) throw Fields.bad("files", "must be at most " + MOST);
        if (new HashSet<>(ids).size() < ids.size()) throw Fields.bad("files", "must not name a file twice");
        return new Attachments(List.copyOf(ids));
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Finds those that are the author's own, and of the room, whether they are posted or not. */
    public void find(Handle transaction, Account account, long room) {
        if (isEmpty()) return;
        Map<String, StoredFile> byId = FileStore.lock(transaction, ids).stream()
                .filter(file -> file.account() == account.id() && file.room() == room)
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        files = ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }

    /**
     * Makes them a message's, after {@link #find}: they are of no other message.
     *
     * @throws Refusal {@code not_found}, {@code conflict}; nothing is changed
     */
    public void take(Handle transaction, String clientMessageId) {
        if (isEmpty()) return;
        if (files.size() < ids.size())
            throw new Refusal(Code.NOT_FOUND, "There is no such file here, or it is not yours.");
        if (files.stream().anyMatch(file -> file.state() != FileState.WAITING))
            throw new Refusal(Code.CONFLICT, "A file can be posted once.");
        FileStore.post(transaction, ids, clientMessageId);
    }

    /** The message at that sequence is deleted: its files are nobody's any more. */
    public static void withdraw(Handle transaction, long room, long sequence) {
        FileStore.withdraw(transaction, room, sequence);
    }

    /** The member of the message's body, with the comma before it; empty when there are none. */
    public String member() {
        if (files.isEmpty()) return "";
        return ",\"files\":[" + files.stream().map(StoredFile::json).collect(Collectors.joining(",")) + "]";
    }
}
