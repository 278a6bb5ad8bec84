package org.holdfast.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Where settings come from, the first that has one wins: the properties file in the WAR, system properties, the environment, the properties
 * file beside it.
 */
final class Sources {

    private static final Set<String> KEYS =
            Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toUnmodifiableSet());

    private final UnaryOperator<String> properties;
    private final UnaryOperator<String> environment;

    /** Of one application alone: what is outside is the same for all in a process. */
    private final Map<String, String> inside;

    private final Map<String, String> file;

    Sources(UnaryOperator<String> properties, UnaryOperator<String> environment, InputStream own) {
        this.properties = properties;
        this.environment = environment;
        this.inside = own == null ? Map.of() : checked("the WAR", () -> own, Set.of());
        this.file = file();
    }

    Optional<String> find(Setting setting) {
        return given(setting).or(() -> Optional.ofNullable(file.get(setting.key())));
    }

    private Optional<String> given(Setting setting) {
        return Optional.ofNullable(inside.get(setting.key())).or(() -> outside(setting));
    }

    private Optional<String> outside(Setting setting) {
        return Optional.ofNullable(properties.apply(setting.key()))
                .or(() -> Optional.ofNullable(environment.apply(setting.environmentName())));
    }

    private Map<String, String> file() {
        Optional<String> named = given(Setting.CONFIG).filter(name -> !name.isBlank());
        if (named.isPresent()) {
            return checked(Path.of(named.get()), Set.of(Setting.CONFIG));
        }
        Path usual = Path.of(given(Setting.DATA).orElse(Setting.DATA.standard()), "holdfast.properties");
        // A file that was found through the data folder can't name another one.
        return Files.exists(usual) ? checked(usual, Set.of(Setting.CONFIG, Setting.DATA)) : Map.of();
    }

    private static Map<String, String> checked(Path path, Set<Setting> elsewhere) {
        return checked(path.toAbsolutePath().toString(), () -> Files.newInputStream(path), elsewhere);
    }

    private static Map<String, String> checked(String name, Opening opening, Set<Setting> elsewhere) {
        Map<String, String> entries = entries(name, opening);
        List<String> mistakes = entries.keySet().stream()
                .filter(key -> !KEYS.contains(key)
                        || elsewhere.stream().map(Setting::key).anyMatch(key::equals))
                .sorted()
                .map(key -> key + " in " + name + ": "
                        + (KEYS.contains(key) ? "can't be set in this file" : "no such setting"))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new InvalidSettings(mistakes);
        }
        return entries;
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static Map<String, String> entries(String name, Opening opening) {
        Properties read = new Properties();
        try (Reader reader = new InputStreamReader(opening.open(), StandardCharsets.UTF_8.newDecoder())) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InvalidSettings("The settings can't be read from " + name, unreadable);
        }
        return read.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, read::getProperty));
    }
}
