package org.holdfast.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void withNothingSetEverySettingHasItsDefault() {
        Settings settings = settings(Map.of(), Map.of());
        assertThat(settings.duration(Setting.HEARTBEAT_INTERVAL)).isEqualTo(20_000);
        assertThat(settings.duration(Setting.LOGIN_LIFETIME)).isEqualTo(30L * 24 * 60 * 60 * 1_000);
        assertThat(settings.number(Setting.RING_SIZE)).isEqualTo(1_024);
        assertThat(settings.flag(Setting.SIGN_UP)).isTrue();
        assertThat(settings.list(Setting.ORIGINS)).isEmpty();
        assertThat(settings.text(Setting.DATASOURCE)).isEmpty();
    }

    @Test
    void aSystemPropertyBeatsTheEnvironmentWhichBeatsTheFile() throws IOException {
        write("holdfast.ring.size=64\nholdfast.pool.size=3\nholdfast.writer.batch=7\n");
        Settings settings = settings(
                Map.of("holdfast.data", folder.toString(), "holdfast.ring.size", "256"),
                Map.of("HOLDFAST_RING_SIZE", "128", "HOLDFAST_POOL_SIZE", "4"));
        assertThat(settings.number(Setting.RING_SIZE)).isEqualTo(256);
        assertThat(settings.number(Setting.POOL_SIZE)).isEqualTo(4);
        assertThat(settings.number(Setting.WRITER_BATCH)).isEqualTo(7);
    }

    @Test
    void theFileInTheWarIsOfOneApplicationAndBeatsAllThatIsOfTheProcess() throws IOException {
        write("holdfast.ring.size=64\nholdfast.pool.size=3\nholdfast.writer.batch=7\n");
        var war = "holdfast.data=" + folder + "\nholdfast.ring.size=128\nholdfast.pool.size=4\n";
        Settings settings = Settings.of(
                Map.of("holdfast.ring.size", "256")::get,
                name -> null,
                new ByteArrayInputStream(war.getBytes(StandardCharsets.UTF_8)));
        assertThat(settings.number(Setting.RING_SIZE)).isEqualTo(128);
        assertThat(settings.number(Setting.POOL_SIZE)).isEqualTo(4);
        assertThat(settings.number(Setting.WRITER_BATCH)).isEqualTo(7);
    }

    @Test
    void theFileMayBeNamedAndMayThenNameTheDataFolder() throws IOException {
        Path named = Files.writeString(folder.resolve("chat.properties"), "holdfast.data=/srv/chät\n");
        Settings settings = settings(Map.of(), Map.of("HOLDFAST_CONFIG", named.toString()));
        assertThat(settings.text(Setting.DATA)).isEqualTo("/srv/chät");
    }

    @Test
    void aFileThatIsNamedButMissingIsAnError() {
        assertThatThrownBy(() -> settings(
                        Map.of("holdfast.config", folder.resolve("none").toString()), Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    void theFileInTheDataFolderCannotNameAnotherDataFolderNorAnUnknownSetting() throws IOException {
        write("holdfast.data=/elsewhere\nholdfast.rnig.size=5\n");
        assertThatThrownBy(() -> settings(Map.of("holdfast.data", folder.toString()), Map.of()))
                .hasMessageContaining("holdfast.data in ")
                .hasMessageContaining("holdfast.rnig.size in ");
    }

    @ParameterizedTest
    @CsvSource({
        "holdfast.ring.size, many, 16 to 1048576",
        "holdfast.ring.size, 15, 16 to 1048576",
        "holdfast.ring.size, 99999999999999999999, 16 to 1048576",
        "holdfast.hello.limit, 10 s, unit ms",
        "holdfast.hello.limit, -1s, unit ms",
        "holdfast.hello.limit, 999999999999999d, unit ms",
        "holdfast.signup, yes, true or false",
        "holdfast.url, ftp://intranet, http or https",
        "holdfast.url, intranet:8080, http or https",
        "holdfast.database.url, jdbc:mysql://db/chat, jdbc:postgresql",
        "holdfast.origins, https://a.example/chat, origins such as",
        "holdfast.origins, *, origins such as",
    })
    void anInvalidValueIsToldWithItsNameAndWhatIsAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> Settings.of(Map.of(key, value)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(key)
                .hasMessageContaining("\"" + value + "\"")
                .hasMessageContaining(allowed);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("holdfast.signup", "maybe", "holdfast.ring.size", "x")))
                .hasMessageContaining("holdfast.signup")
                .hasMessageContaining("holdfast.ring.size");
    }

    @ParameterizedTest
    @CsvSource({
        "holdfast.heartbeat.interval, 50s, holdfast.heartbeat.silence",
        "holdfast.heartbeat.silence, 90s, holdfast.heartbeat.evict",
        "holdfast.writer.queue, 255, holdfast.writer.batch",
        "holdfast.text.length, 10753, holdfast.message.bytes",
    })
    void valuesThatDisagreeAreToldTogether(String key, String value, String partner) {
        assertThatThrownBy(() -> Settings.of(Map.of(key, value)))
                .hasMessageContaining(key + " (" + value + ")")
                .hasMessageContaining(partner);
    }

    @Test
    void durationsMayNameTheirUnit() {
        assertThat(Settings.of(Map.of("holdfast.hello.limit", "1500")).duration(Setting.HELLO_LIMIT))
                .isEqualTo(1_500);
        assertThat(Settings.of(Map.of("holdfast.hello.limit", "2m")).duration(Setting.HELLO_LIMIT))
                .isEqualTo(120_000);
    }

    @Test
    void originsAreAList() {
        assertThat(Settings.of(Map.of("holdfast.origins", "https://a.example, http://b:8080"))
                        .list(Setting.ORIGINS))
                .containsExactly("https://a.example", "http://b:8080");
    }

    @Test
    void whatIsPrintedNamesEverySettingWithItsEffectiveValue() {
        String printed = Settings.of(Map.of("holdfast.ring.size", "64")).printed();
        assertThat(printed.lines()).hasSize(Setting.values().length).contains("holdfast.ring.size = 64");
    }

    @Test
    void onlyOneDatabaseCanBeNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of(
                        "holdfast.datasource", "jdbc/chat", "holdfast.database.url", "jdbc:postgresql://db/chat")))
                .hasMessageContaining("holdfast.datasource (jdbc/chat)")
                .hasMessageContaining("holdfast.database.url");
    }

    @Test
    void noPasswordIsEverPrinted() {
        Map<String, String> set = Map.of(
                "holdfast.database.url", "jdbc:postgresql://db/chat?user=chat", "holdfast.database.password", "s3cret");
        assertThat(Settings.of(set).text(Setting.DATABASE_PASSWORD)).isEqualTo("s3cret");
        assertThat(Settings.of(set).printed())
                .doesNotContain("s3cret")
                .contains("jdbc:postgresql://db/chat?user=chat", "holdfast.database.password = (hidden)");
        String open = "jdbc:postgresql://db/chat?ssl=true&Password=s3cret&sslPassword=s3cret";
        assertThatThrownBy(() -> Settings.of(Map.of("holdfast.database.url", open)))
                .hasMessageContaining("without a password")
                .hasMessageContaining("ssl=true")
                .hasMessageNotContaining("s3cret");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("holdfast.properties"), text);
    }

    private static Settings settings(Map<String, String> properties, Map<String, String> environment) {
        return Settings.of(properties::get, environment::get, null);
    }
}
