package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;

/** The frames of collapsed stacks with the most samples: by themselves, and with all that they call. */
final class HotFrames {
    private static final int MOST = 30;

    private final Map<String, Long> self = new HashMap<>();
    private final Map<String, Long> total = new HashMap<>();
    private long samples;

    private HotFrames() {}

    static void write(Path collapsed, Path to) {
        HotFrames frames = new HotFrames();
        try (var lines = Files.lines(collapsed)) {
            lines.forEach(frames::add);
            Files.writeString(to, frames.table("by itself", frames.self) + frames.table("with callees", frames.total));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        int end = line.lastIndexOf(' ');
        long count = Long.parseLong(line.substring(end + 1));
        String[] stack = line.substring(0, end).split(";");
        samples += count;
        self.merge(stack[stack.length - 1], count, Long::sum);
        new LinkedHashSet<>(Arrays.asList(stack)).forEach(frame -> total.merge(frame, count, Long::sum));
    }

    private String table(String title, Map<String, Long> counts) {
        StringBuilder text = new StringBuilder("%s, of %d samples%n".formatted(title, samples));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST)
                .forEach(entry -> text.append(row(entry)));
        return text.append(System.lineSeparator()).toString();
    }

    private String row(Map.Entry<String, Long> entry) {
        return String.format(Locale.ROOT, "%6.2f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey());
    }
}
