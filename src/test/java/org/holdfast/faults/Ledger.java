package org.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.db.DatabaseAddress;
import org.holdfast.lab.Receipt;
import org.holdfast.lab.Seen;
import org.jdbi.v3.core.Jdbi;

/** What a stopped server left in its database: of an embedded one read from a copy of the file, without the server. */
final class Ledger {
    private static final JsonProvider JSON = JsonProvider.provider();

    /** A message as it stands in the database. */
    record Row(long log, long sequence, String id, String text) {}

    private final Map<String, Row> byId;

    private Ledger(List<Row> rows) {
        byId = rows.stream().collect(Collectors.toMap(Row::id, row -> row));
    }

    static Ledger of(Path data) {
        try {
            var copy = Files.createTempDirectory(Path.of("target", "lab").toAbsolutePath(), "ledger-");
            var file = copy.resolve("holdfast.mv.db");
            Files.copy(data.resolve("holdfast.mv.db"), file, StandardCopyOption.REPLACE_EXISTING);
            var rows = read(Jdbi.create("jdbc:h2:file:" + copy.resolve("holdfast"), "holdfast", ""));
            Files.delete(file);
            return new Ledger(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ledger of(DatabaseAddress database) {
        return new Ledger(read(Jdbi.create(database.url(), database.user(), database.password())));
    }

    private static List<Row> read(Jdbi database) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT log, sequence, client_message_id, body FROM event WHERE type = 'message'")
                .map((row, context) ->
                        new Row(row.getLong(1), row.getLong(2), row.getString(3), text(row.getString(4))))
                .list());
    }

    private static String text(String body) {
        try (var reader = JSON.createReader(new StringReader(body))) {
            return reader.readObject().getString("text");
        }
    }

    /** Whatever was acknowledged is there, at the place that was told. */
    void holds(Collection<Receipt> acknowledged) {
        assertThat(acknowledged).allSatisfy(receipt -> {
            var row = byId.get(receipt.id());
            assertThat(row).as("acknowledged and absent: %s", receipt).isNotNull();
            assertThat(row.log()).isEqualTo(receipt.room());
            assertThat(row.sequence()).isEqualTo(receipt.sequence());
        });
    }

    /** Of that room exactly these messages are there. */
    void isAs(long room, List<Seen> log) {
        var expected = log.stream()
                .filter(Seen::isMessage)
                .map(seen -> new Row(room, seen.sequence(), seen.id(), seen.text()))
                .toList();
        assertThat(byId.values().stream().filter(row -> row.log() == room))
                .as("room %d on the disk", room)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    int messages() {
        return byId.size();
    }
}
