package org.holdfast.account;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdfast.db.Database;
import org.holdfast.db.TestDatabase;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;

/** Accounts and login sessions on a database of their own, with a clock that the test moves. */
final class House implements AutoCloseable {

    final TestClock clock = new TestClock();
    final List<LoginEnded> ended = new CopyOnWriteArrayList<>();
    final Jdbi jdbi;
    final Accounts accounts;
    final LoginSessions logins;
    final AccessTokens tokens;

    private final Database database;

    House(Path folder, Map<String, String> set) {
        Map<String, String> byKey = new HashMap<>(set);
        // The least that is allowed: the tests hash a lot.
        byKey.putIfAbsent("holdfast.password.iterations", "1024");
        Settings settings = Settings.of(byKey);
        database = TestDatabase.open(folder, 5);
        jdbi = database.jdbi();
        Passwords passwords = new Passwords(settings);
        accounts = new Accounts(jdbi, passwords, new LoginAttempts(settings, clock::nanos), settings);
        tokens = new AccessTokens(jdbi, settings, ended::add);
        logins = new LoginSessions(jdbi, settings, ended::add, clock);
    }

    House(Path folder) {
        this(folder, Map.of());
    }

    Account signUp(String name) {
        return accounts.signUp(name, "", "correct horse");
    }

    long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        database.close();
    }
}
