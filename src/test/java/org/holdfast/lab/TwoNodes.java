package org.holdfast.lab;

import java.util.List;
import java.util.Map;
import org.holdfast.db.DatabaseAddress;
import org.holdfast.db.RealPostgreSql;

/** Two servers at the same time on one PostgreSQL. */
final class TwoNodes implements AutoCloseable {
    private static final String LISTENERS =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'holdfast hints'";

    final PayaraMicro one;
    final PayaraMicro other;

    /** @param name that no others have */
    TwoNodes(String name, Map<String, String> settings) {
        DatabaseAddress address = RealPostgreSql.schema(name);
        one = node(name + "-one", address, settings);
        other = node(name + "-other", address, settings);
    }

    private static PayaraMicro node(String name, DatabaseAddress address, Map<String, String> settings) {
        var node = new PayaraMicro(name)
                .with("holdfast.database.url", address.url())
                .with("holdfast.database.user", address.user())
                // The tests look at the logs themselves, again and again.
                .with("holdfast.commands.rate", "0");
        settings.forEach(node::with);
        return node;
    }

    /** At once: they find the tables unmade. */
    TwoNodes start() {
        List.of(one, other).parallelStream().forEach(PayaraMicro::start);
        return this;
    }

    /** Breaks the connections on which the nodes hear of each other. */
    static void deafen() {
        RealPostgreSql.execute(LISTENERS);
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
