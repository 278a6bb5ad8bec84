package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.lab.Oracle.Witness;

/** The client in Python, in a process of its own: it is told what to post, and tells what happens to it. */
final class ForeignClient implements AutoCloseable {
    private static final String PYTHON = System.getProperty("holdfast.python", "python3");
    private static final Path SCRIPT = Path.of("src/test/python/holdfast.py");
    private static final long LIMIT_SECONDS = 20;

    private final Person person;
    private final long room;
    private final Path output = Files.createTempFile("foreign", ".jsonl");
    private final Path errors = Files.createTempFile("foreign", ".err");
    private final Process process;
    private final Writer lines;

    /** @param person who has an account at the end of a line */
    ForeignClient(Person person, long room) throws IOException {
        this.person = person;
        this.room = room;
        // -B: it leaves nothing behind in the sources.
        process = new ProcessBuilder()
                .command(List.of(
                        PYTHON,
                        "-B",
                        SCRIPT.toString(),
                        person.base().toString(),
                        person.name(),
                        person.password(),
                        String.valueOf(room)))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        lines = process.outputWriter();
    }

    void post(String text) throws IOException {
        lines.write(text + "\n");
        lines.flush();
    }

    /** What it has told of one kind, oldest first. */
    List<JsonObject> told(String what) {
        assertThat(process.isAlive()).as("alive; it said: %s", read(errors)).isTrue();
        var told = read(output);
        return told.substring(0, told.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> Json.parse(line).asJsonObject())
                .filter(line -> line.getString("what").equals(what))
                .toList();
    }

    long last() {
        var seen = seen();
        return seen.isEmpty() ? 0 : seen.get(seen.size() - 1).sequence();
    }

    /** All that it has of the room, which has begun once. */
    Witness witness() {
        var posted = new LinkedHashMap<String, Posted>();
        for (var each : told("posted"))
            posted.put(
                    each.getString("id"),
                    new Posted(each.getString("id"), room, person.account(), each.getString("text")));
        var acknowledged = new LinkedHashMap<String, Receipt>();
        for (var each : told("acked")) {
            var ack = each.getJsonObject("ack");
            var receipt = new Receipt(
                    ack.getString("id"),
                    ack.getInt("room"),
                    ack.getInt("sequence"),
                    ack.getJsonNumber("at").longValueExact());
            acknowledged.put(receipt.id(), receipt);
        }
        return new Witness(person.name(), posted, acknowledged, true, begin(), seen(), List.of());
    }

    private long begin() {
        var begun = told("begins").stream()
                .filter(each -> each.getInt("log") == room)
                .map(each -> (long) each.getInt("position"))
                .toList();
        assertThat(begun).as("where its log of the room began").hasSize(1);
        return begun.get(0);
    }

    private List<Seen> seen() {
        return told("event").stream()
                .map(each -> Seen.of(each.getJsonObject("event")))
                .filter(event -> event.log() == room)
                .toList();
    }

    /** Its input ends: it leaves. */
    @Override
    public void close() throws IOException {
        lines.close();
        try {
            var ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(ended && process.exitValue() == 0)
                    .as("left in good order; it said: %s", read(errors))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
