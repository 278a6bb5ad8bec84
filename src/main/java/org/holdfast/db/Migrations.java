package org.holdfast.db;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/** Makes the tables, and changes them when a newer version needs that. */
final class Migrations {

    /** Named one by one: Flyway's own search of the class path finds nothing inside a WAR on some servers (WildFly, Liberty). */
    static final List<String> NAMES = List.of(
            "V1__first_conversation.sql",
            "V2__streams.sql",
            "V4__roles.sql",
            "V5__identity.sql",
            "V6__directory.sql",
            "V7__provider.sql",
            "V8__files.sql",
            "V9__message_changes.sql",
            "V10__groups_and_tickets.sql",
            "V13__replies.sql",
            "V14__room_settings.sql",
            "V15__room_preferences.sql",
            "V16__message_drafts.sql",
            "V17__read_receipts.sql",
            "V18__followed_threads.sql",
            "V19__statuses.sql",
            "V20__place.sql",
            "V21__profiles.sql",
            "V22__quiet.sql",
            "V23__profile_revisions.sql",
            "V24__closed_conversations.sql",
            "V25__shown_as_and_words.sql");

    private Migrations() {}

    static void apply(DataSource dataSource) {
        try {
            Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(new String[0])
                    .callbackLocations(new String[0])
                    .resourceProvider(new Named())
                    .javaMigrationClassProvider(List::of)
                    .loggers("slf4j")
                    .load();
            checkAge(flyway);
            flyway.migrate();
        } catch (FlywayException unmigrated) {
            throw new Unusable("The tables of the database can't be made: " + unmigrated.getMessage(), unmigrated);
        }
    }

    /** What a newer one keeps there this one does not know, and would leave out. */
    private static void checkAge(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied())
            if (applied.getState() == MigrationState.FUTURE_SUCCESS)
                throw new Unusable(
                        "A newer Holdfast has used this database: take that one, or put back a backup that was"
                                + " made before");
    }

    private static final class Named implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return NAMES.contains(name) ? new Migration(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return NAMES.stream()
                    .filter(name ->
                            name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                    .map(name -> (LoadableResource) new Migration(name))
                    .toList();
        }
    }
}
