package org.holdfast.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.holdfast.backplane.Backplane;
import org.holdfast.backplane.PostgresBackplane;
import org.holdfast.db.Database;
import org.holdfast.db.Engine;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Makes the way to the other nodes, where there can be others. */
@ApplicationScoped
public class Nodes {
    @Produces
    @Singleton
    Backplane backplane(Database database, Settings settings, Threads threads) {
        boolean isShared = Engine.of(database.jdbi()).isShared();
        if (!isShared || !settings.flag(Setting.BACKPLANE_HINTS)) return Backplane.LOCAL;
        return new PostgresBackplane(database.jdbi(), database.kept(), threads.hints());
    }

    /** Before the threads are waited for: one of them listens. */
    @ApplicationScoped
    public static class End {
        @Inject
        private Backplane backplane;

        void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
            backplane.close();
        }
    }
}
