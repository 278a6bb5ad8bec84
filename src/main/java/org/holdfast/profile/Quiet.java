package org.holdfast.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * When a person wants to be told of nothing and when all the same, and as what others are to see them, at all of their devices.
 *
 * @param doNotDisturb null: they may be disturbed
 * @param hours null: at no hours
 * @param shownAs null: as it is
 */
public record Quiet(DoNotDisturb doNotDisturb, QuietHours hours, ShownAs shownAs, AlertWords words) {
    private static final String READ = "SELECT " + DoNotDisturb.COLUMNS + ", " + QuietHours.COLUMNS
            + ", a.shown_as, a.alert_words FROM account a WHERE a.id = :account";

    private static Quiet of(ResultSet row, StatementContext context) throws SQLException {
        return new Quiet(DoNotDisturb.of(row), QuietHours.of(row), ShownAs.of(row), AlertWords.of(row));
    }

    static Quiet read(Handle handle, long account, long now) {
        return handle.createQuery(READ)
                .bind("account", account)
                .bind("now", now)
                .map(Quiet::of)
                .one();
    }

    /** @param before what is kept of it */
    void save(Handle transaction, long account, Quiet before) {
        if (!Objects.equals(doNotDisturb, before.doNotDisturb) || !Objects.equals(hours, before.hours))
            saveTimes(transaction, account);
        transaction.execute(
                "UPDATE account SET shown_as = ?, alert_words = ? WHERE id = ?",
                shownAs == null ? null : shownAs.wireName(),
                words.kept(),
                account);
    }

    /** Only with these the profile is another: that it changed would tell of whoever becomes invisible. */
    private void saveTimes(Handle transaction, long account) {
        transaction.execute(
                "UPDATE account SET do_not_disturb = ?, do_not_disturb_until = ?, quiet_from = ?, quiet_to = ?,"
                        + " quiet_zone = ?, " + Profiles.NEXT_REVISION + " WHERE id = ?",
                doNotDisturb != null,
                doNotDisturb == null ? null : doNotDisturb.until(),
                hours == null ? null : hours.from(),
                hours == null ? null : hours.to(),
                hours == null ? null : hours.zone(),
                account);
    }

    public String json() {
        return Stream.of(
                        doNotDisturb == null ? null : "\"doNotDisturb\":" + doNotDisturb.json(),
                        hours == null ? null : "\"quietHours\":" + hours.json(),
                        shownAs == null ? null : "\"shownAs\":\"" + shownAs.wireName() + "\"",
                        words.all().isEmpty() ? null : "\"words\":" + words.json())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(",", "{", "}"));
    }
}
