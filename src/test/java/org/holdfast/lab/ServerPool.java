package org.holdfast.lab;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.holdfast.db.DatabaseAddress;
import org.postgresql.Driver;

/** The pool that a server product has by itself, with PostgreSQL behind it: the files {@code postgresql.*} of {@code server-config}. */
final class ServerPool {
    private static final String NAME = "holdfast.datasource";

    private ServerPool() {}

    /** At the next start the server makes its pool of this, and has the application look it up. */
    static Server of(Server server, DatabaseAddress address) {
        said(server, "postgresql.url", address.url());
        said(server, "postgresql.user", address.user());
        said(server, "postgresql.password", address.password());
        return server.with(NAME, nameAt(server));
    }

    private static String nameAt(Server server) {
        if (server instanceof WildFly) return "java:jboss/datasources/holdfast";
        return server instanceof TomEe ? "openejb:Resource/jdbc/holdfast" : "jdbc/holdfast";
    }

    private static void said(Server server, String name, String value) {
        server.with(name, value).withEnvironment(name.replace('.', '_').toUpperCase(Locale.ROOT), value);
    }

    /** For a product whose configuration knows no variables of the environment. */
    static List<String> options(Server server) {
        return server.settings().entrySet().stream()
                .filter(each -> each.getKey().startsWith("postgresql."))
                .map(each -> "-D" + each.getKey() + "=" + each.getValue())
                .toList();
    }

    static boolean isOf(Server server) {
        return server.settings().containsKey(NAME);
    }

    /** The driver's JAR: a pool of the server's takes none out of a WAR. */
    static Path driver() {
        try {
            return Path.of(Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
