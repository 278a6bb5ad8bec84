package org.holdfast.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.holdfast.db.DataFolder;
import org.holdfast.db.Database;
import org.holdfast.db.DatabaseAddress;
import org.holdfast.db.Password;
import org.holdfast.log.Numbering;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * The database that the settings name.
 *
 * @param name for a person
 */
record DatabaseChoice(String name, Supplier<Database> opening) {
    /** Opens it; where that is wanted, with all that was in the embedded one; its logs are numbered so that clients can go by it. Throws {@link org.holdfast.db.Unusable}. */
    static Database open(Settings settings) {
        Database database = of(settings).opening.get();
        try {
            DataFolder folder = DataFolder.at(settings.text(Setting.DATA));
            if (settings.flag(Setting.DATABASE_IMPORT)) database.takeOver(folder);
            folder.ifRestored(isRestored -> new Numbering(database.jdbi(), database.place(folder)).begin(isRestored));
            return database;
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

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

    private static Database postgreSql(String url, Settings settings) {
        String password = Password.of(
                settings.text(Setting.DATABASE_PASSWORD),
                settings.text(Setting.DATABASE_PASSWORD_FILE),
                Setting.DATABASE_PASSWORD_FILE.key());
        DatabaseAddress address = new DatabaseAddress(url, settings.text(Setting.DATABASE_USER), password);
        Duration answer = Duration.ofMillis(settings.duration(Setting.DATABASE_TIMEOUT));
        return Database.postgreSql(address, settings.number(Setting.POOL_SIZE), answer);
    }

    private static DataSource lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("The server has no data source \"" + name + "\" (holdfast.datasource)", e);
        }
    }
}
