package org.holdfast.stream;

import java.util.List;
import org.holdfast.account.Login;
import org.holdfast.log.Draft;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/** An event on its way into a topic's log. */
record Publishing(Topic topic, Login publisher, Publication publication, TopicAccess access) implements Write {
    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, topic, publisher);
        return List.of(identified());
    }

    @Override
    public Draft identified() {
        return publication.draft(topic, publisher);
    }
}
