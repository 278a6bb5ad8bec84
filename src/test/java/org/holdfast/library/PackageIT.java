package org.holdfast.library;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The library as an npm package: what is packed is installed, run and compiled against. The types are made of the
 * library's comments here, so they can't be stale.
 */
class PackageIT {
    private static final Path FOLDER = Path.of("target/npm-package").toAbsolutePath();
    private static final Path PACKAGE = FOLDER.resolve("holdfast");
    private static final Path CONSUMER = FOLDER.resolve("consumer");

    @BeforeAll
    static void pack() throws Exception {
        Files.createDirectories(CONSUMER);
        copy(Path.of("src/test/npm/package"), FOLDER);
        copy(Path.of("src/test/npm/package"), CONSUMER);
        copy(Path.of("webapp/holdfast"), PACKAGE);
        Files.copy(Path.of("LICENSE"), PACKAGE.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        TypeScript.run(FOLDER, "--project", "declarations.json");
        NpmPackages.npm(PACKAGE, "pack", "--pack-destination", FOLDER.toString());
        Files.writeString(CONSUMER.resolve("package.json"), "{\"private\": true}");
        var packed = FOLDER.resolve("holdfast-" + version() + ".tgz").toString();
        NpmPackages.npm(
                CONSUMER,
                "install",
                "--no-package-lock",
                "--offline",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                packed);
    }

    @Test
    void aProgramInNodeImportsEachPart() throws Exception {
        assertThat(Node.run(CONSUMER, Map.of(), Stream.of("consumer.mjs"))).isEqualTo("done\n");
    }

    @Test
    void aProgramInTypeScriptCompilesHoweverItLooksModulesUp() throws Exception {
        compile("nodenext", "nodenext");
        compile("es2022", "bundler");
    }

    @Test
    void itIsSmallAndAsSmallAsTheReadmeSays() throws Exception {
        Node.run(NpmPackages.installed(), Map.of(), Stream.of("--test", "size.test.js"));
    }

    @Test
    void itsVersionIsTheProjects() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>holdfast</artifactId>\n  <version>" + version() + "-SNAPSHOT</version>");
    }

    private static void compile(String module, String resolution) throws Exception {
        TypeScript.run(
                CONSUMER,
                "--noEmit",
                "--strict",
                "--target",
                "es2022",
                "--lib",
                "es2023,dom,dom.iterable",
                "--module",
                module,
                "--moduleResolution",
                resolution,
                "consumer.ts");
    }

    private static String version() throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(PACKAGE.resolve("package.json")))) {
            return reader.readObject().getString("version");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            files.forEach(file -> copyInto(to, file));
        }
    }

    private static void copyInto(Path folder, Path file) {
        try {
            Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
