package org.holdfast.library;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/** The scripts of {@code src/test/npm}, beside the packages that their lock file pins. */
public final class NpmPackages {
    static final Path FOLDER = Path.of("target/npm").toAbsolutePath();

    private static final Path SCRIPTS = Path.of("src/test/npm");
    private static final String PINNED = "package-lock.json";
    private static boolean areInstalled;

    private NpmPackages() {}

    public static synchronized Path installed() throws IOException, InterruptedException {
        if (!areInstalled) install();
        areInstalled = true;
        return FOLDER;
    }

    /** Runs npm to its good end. @return what it said */
    static String npm(Path folder, String... arguments) throws IOException, InterruptedException {
        return Node.finish(folder, Map.of(), Stream.concat(Stream.of(program()), Stream.of(arguments)));
    }

    /** Tests run in several processes at once, in one folder: whoever installs anew takes the packages from under the others. */
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        try (var file = FileChannel.open(FOLDER.resolve("lock"), CREATE, WRITE);
                var lock = file.lock()) {
            var areThere =
                    Files.exists(FOLDER.resolve("node_modules/.package-lock.json")) && isHere(SCRIPTS.resolve(PINNED));
            try (var scripts = Files.list(SCRIPTS)) {
                scripts.filter(Files::isRegularFile).forEach(NpmPackages::copy);
            }
            if (!areThere) npm(FOLDER, "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }

    private static boolean isHere(Path file) throws IOException {
        var here = FOLDER.resolve(file.getFileName());
        return Files.exists(here) && Files.mismatch(file, here) < 0;
    }

    private static void copy(Path file) {
        try {
            if (!isHere(file))
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String program() {
        var npm = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "npm"))
                .filter(Files::isExecutable)
                .findFirst();
        assertThat(npm).as("npm on the PATH (Debian: apt-get install npm)").isPresent();
        return npm.get().toString();
    }
}
