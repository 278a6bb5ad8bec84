package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.holdfast.log.LogWriter;

/** Has events announced that could not be when they were committed: the database failed, or memory did. */
@ApplicationScoped
public class MakeUp {
    @Inject
    private LogWriter writer;

    @Inject
    private Workers workers;

    void beat(@Observes Beat beat) {
        if (writer.isBehind()) workers.tasks().execute(writer::makeUp);
    }
}
