package org.holdfast.db;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.flywaydb.core.api.resource.LoadableResource;

/** One file of SQL in the WAR, as Flyway wants to see it. */
final class Migration extends LoadableResource {

    private final String name;

    Migration(String name) {
        this.name = name;
    }

    @Override
    public Reader read() {
        var file = Migration.class.getResourceAsStream("/" + getAbsolutePath());
        return new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
        return "db/migration/" + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }
}
