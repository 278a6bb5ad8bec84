package org.holdfast.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The TypeScript compiler, out of its WebJar. */
public final class TypeScript {
    private static final Path COMPILER = Path.of("target/typescript").toAbsolutePath();
    private static final String MARKER = "/META-INF/maven/org.webjars.npm/typescript/pom.properties";
    private static final String FILES =
            "META-INF/resources/webjars/typescript/[^/]+/lib/(_?tsc\\.js|lib(\\..*)?\\.d\\.ts)";

    private TypeScript() {}

    /** Fails with what the compiler has to say, if it has. */
    public static void run(Path folder, String... arguments) throws IOException, InterruptedException {
        unpack();
        var compiler = COMPILER.resolve("tsc.js").toString();
        Node.run(folder, Map.of(), Stream.concat(Stream.of(compiler), Stream.of(arguments)));
    }

    private static void unpack() throws IOException {
        var marker = TypeScript.class.getResource(MARKER);
        assertThat(marker).as("the TypeScript WebJar on the test class path").isNotNull();
        Files.createDirectories(COMPILER);
        var connection = (JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            jar.stream().filter(entry -> entry.getName().matches(FILES)).forEach(entry -> unpack(jar, entry));
        }
    }

    private static void unpack(JarFile jar, JarEntry entry) {
        var target = COMPILER.resolve(Path.of(entry.getName()).getFileName());
        try (var content = jar.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
