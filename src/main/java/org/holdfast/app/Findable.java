package org.holdfast.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.holdfast.search.Indexer;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Has messages made findable while the house is open. */
@ApplicationScoped
public class Findable {
    @Inject
    private Indexer indexer;

    @Inject
    private Threads threads;

    @Inject
    private Settings settings;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object context) {
        indexer.begin(threads.search());
    }

    /** Before the database is closed, of which it reads. */
    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) throws InterruptedException {
        indexer.end(settings.duration(Setting.DRAIN_LIMIT));
    }
}
