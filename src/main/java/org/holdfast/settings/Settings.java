package org.holdfast.settings;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The effective settings, read and checked once at start: the properties file in the WAR, else system property {@code holdfast.x.y}, else
 * environment variable {@code HOLDFAST_X_Y}, else the properties file beside it, else the default.
 */
public final class Settings {

    /** In {@code WEB-INF/classes}. */
    private static final String OWN = "/holdfast.properties";

    private final Map<Setting, Object> values = new EnumMap<>(Setting.class);
    private final Map<Setting, String> texts = new EnumMap<>(Setting.class);

    private Settings(Sources sources) {
        List<String> mistakes = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            read(setting, sources.find(setting).orElse(setting.standard())).ifPresent(mistakes::add);
        }
        if (mistakes.isEmpty()) {
            mistakes.addAll(disagreements());
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidSettings(mistakes);
        }
    }

    /** The settings of this process. Throws {@link InvalidSettings}. */
    public static Settings read() {
        return of(System::getProperty, System::getenv, Settings.class.getResourceAsStream(OWN));
    }

    /** The settings in the given map, by key; all others have their defaults. Throws {@link InvalidSettings}. */
    public static Settings of(Map<String, String> byKey) {
        return of(byKey::get, name -> null, null);
    }

    static Settings of(UnaryOperator<String> properties, UnaryOperator<String> environment, InputStream own) {
        return new Settings(new Sources(properties, environment, own));
    }

    public String text(Setting setting) {
        return (String) values.get(setting);
    }

    public int number(Setting setting) {
        return Math.toIntExact((Long) values.get(setting));
    }

    /** In milliseconds. */
    public long duration(Setting setting) {
        return (Long) values.get(setting);
    }

    public boolean flag(Setting setting) {
        return (Boolean) values.get(setting);
    }

    @SuppressWarnings("unchecked") // ORIGINS is the only kind whose values are lists
    public List<String> list(Setting setting) {
        return (List<String>) values.get(setting);
    }

    /** All effective settings, a line each, without secrets. */
    public String printed() {
        return Arrays.stream(Setting.values())
                .map(setting -> setting.key() + " = " + setting.shown(texts.get(setting)))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private Optional<String> read(Setting setting, String text) {
        try {
            values.put(setting, setting.read(text));
            texts.put(setting, text);
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException invalid) {
            return Optional.of(
                    setting.key() + " is \"" + setting.shown(text) + "\", but has to be " + setting.allowed());
        }
    }

    private List<String> disagreements() {
        List<String> found = new ArrayList<>();
        ordered(found, Setting.HEARTBEAT_INTERVAL, Setting.HEARTBEAT_SILENCE);
        ordered(found, Setting.HEARTBEAT_SILENCE, Setting.HEARTBEAT_EVICT);
        if (number(Setting.WRITER_BATCH) > number(Setting.WRITER_QUEUE)) {
            found.add(said(Setting.WRITER_BATCH) + " has to be at most " + said(Setting.WRITER_QUEUE));
        }
        databases(found);
        if (!text(Setting.OIDC_ISSUER).isEmpty()) {
            needed(found, Setting.OIDC_ISSUER, Setting.URL);
            needed(found, Setting.OIDC_ISSUER, Setting.OIDC_CLIENT_ID);
        }
        if (!text(Setting.PRINCIPAL_HEADER).isEmpty() && list(Setting.PROXIES).isEmpty()) {
            found.add(Setting.PRINCIPAL_HEADER.key() + " needs " + Setting.PROXIES.key());
        }
        // Each UTF-16 unit may come as six characters of JSON; 1,024 are for the frame around the text.
        if (6L * number(Setting.TEXT_LENGTH) + 1_024 > number(Setting.MESSAGE_BYTES)) {
            found.add("six times " + said(Setting.TEXT_LENGTH) + ", and 1024, have to fit into "
                    + said(Setting.MESSAGE_BYTES));
        }
        return found;
    }

    private void databases(List<String> found) {
        if (!text(Setting.DATASOURCE).isEmpty() && !text(Setting.DATABASE_URL).isEmpty()) {
            found.add(said(Setting.DATASOURCE) + " and " + said(Setting.DATABASE_URL) + " can't both be the database");
        }
        if (!text(Setting.BACKUP_FOLDER).isEmpty() && !isEmbedded()) {
            found.add(
                    Setting.BACKUP_FOLDER.key() + " is for the embedded database: PostgreSQL is backed up by pg_dump");
        }
        if (flag(Setting.DATABASE_IMPORT) && text(Setting.DATASOURCE).isEmpty()) {
            needed(found, Setting.DATABASE_IMPORT, Setting.DATABASE_URL);
        }
    }

    private boolean isEmbedded() {
        return text(Setting.DATASOURCE).isEmpty() && text(Setting.DATABASE_URL).isEmpty();
    }

    private void needed(List<String> found, Setting setting, Setting other) {
        if (text(other).isEmpty()) found.add(setting.key() + " needs " + other.key());
    }

    private void ordered(List<String> found, Setting less, Setting more) {
        if (duration(less) >= duration(more)) {
            found.add(said(less) + " has to be less than " + said(more));
        }
    }

    private String said(Setting setting) {
        return setting.key() + " (" + setting.shown(texts.get(setting)) + ")";
    }
}
