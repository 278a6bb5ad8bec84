package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;

/** The Markdown file, written as it grows: what was measured stays when a later scenario breaks. */
final class Report {
    /** Stands where something went wrong, instead of a figure. */
    static final String FAILED = "FAILED: ";

    /** The same of another server: that is its own affair, and the run is good. */
    static final String FAILED_ELSEWHERE = "Failed: ";

    private static final Path FILE = Bench.OUT.resolve("report.md");

    Report() {
        try {
            Files.createDirectories(Bench.OUT);
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasFailures() {
        try {
            return Files.readString(FILE).contains(FAILED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void title(String text) {
        write("# " + text + "\n\n");
    }

    void section(String text) {
        write("## " + text + "\n\n");
    }

    void text(String text) {
        write(text + "\n\n");
    }

    void list(List<String> items) {
        items.forEach(item -> write("- " + item + "\n"));
        write("\n");
    }

    void table(List<String> heads, List<List<String>> rows) {
        write(row(heads) + row(Collections.nCopies(heads.size(), "---")));
        rows.forEach(row -> write(row(row)));
        write("\n");
    }

    void chart(String name, Chart chart) {
        chart.write(Bench.OUT.resolve(name + ".svg"));
        write("![" + name + "](" + name + ".svg)\n\n");
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static void write(String text) {
        System.out.print(text);
        try {
            Files.writeString(FILE, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
