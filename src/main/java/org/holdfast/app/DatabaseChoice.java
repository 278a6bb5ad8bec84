package org.holdfast.app;

import java.nio.file.Path;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.holdfast.db.DataFolder;
import org.holdfast.db.Database;
import org.holdfast.db.DatabaseAddress;
import org.holdfast.db.Password;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * The database that the settings name.
 *
 * @param name for a person
 */
record DatabaseChoice(String name, Supplier<Database> opening) {
    static DatabaseChoice of(Settings settings) {
        String pool = settings.text(Setting.DATASOURCE);
        String url = settings.text(Setting.DATABASE_URL);
        if (!pool.isEmpty()) return new DatabaseChoice("data source " + pool, () -> Database.of(lookUp(pool)));
        if (!url.isEmpty()) return new DatabaseChoice(url, () -> postgreSql(url, settings));
        String folder = settings.text(Setting.DATA);
        return new DatabaseChoice(
                Path.of(folder).toAbsolutePath().normalize().toString(),
                () -> Database.embedded(DataFolder.at(folder), settings.number(Setting.POOL_SIZE)));
    }

    Database open() {
        return opening.get();
    }

    private static Database postgreSql(String url, Settings settings) {
        String password = Password.of(
                settings.text(Setting.DATABASE_PASSWORD),
                settings.text(Setting.DATABASE_PASSWORD_FILE),
                Setting.DATABASE_PASSWORD_FILE.key());
        DatabaseAddress address = new DatabaseAddress(url, settings.text(Setting.DATABASE_USER), password);
        return Database.postgreSql(address, settings.number(Setting.POOL_SIZE));
    }

    private static DataSource lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no data source \"" + name + "\" (holdfast.datasource)", e);
        }
    }
}
