package org.holdfast.stream;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** A new topic. Its log is empty: what is in there is its publishers'. */
record TopicCreation(Account creator, TopicDraft draft, int most) implements Write {
    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        if (count(transaction, " WHERE name = ?", draft.name()) > 0)
            throw new Refusal(Code.NAME_TAKEN, "A topic of that name exists already.");
        if (count(transaction, "") >= most)
            throw new Refusal(Code.FORBIDDEN, "There are " + most + " topics, the most that there may be.");
        insert(transaction, draft.at(EventStore.create(transaction)));
        return List.of();
    }

    private static long count(Handle transaction, String condition, Object... arguments) {
        return transaction
                .select("SELECT COUNT(*) FROM topic" + condition, arguments)
                .mapTo(Long.class)
                .one();
    }

    private void insert(Handle transaction, Topic topic) {
        transaction.execute(
                "INSERT INTO topic (" + Topic.COLUMNS + ", created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                topic.log(),
                topic.name(),
                topic.isDurable(),
                topic.keepEvents(),
                topic.keepMillis(),
                topic.isPublic(),
                topic.publishers().wireName(),
                System.currentTimeMillis(),
                creator.id());
    }
}
