package org.holdfast.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Path WEBAPP = Path.of("webapp");
    private static final Pattern INSIDE = Pattern.compile(
            "(?s)\\$modules\\['([^']+)'\\] = \\(\\(\\) => \\{\n(.*?)\nreturn \\{[^}]*\\};\n\\}\\)\\(\\);");
    private static final Pattern TAKEN = Pattern.compile("(?m)^const \\{[^}]*\\} = \\$[^;]*;");
    private static final Pattern MOVED = Pattern.compile("(?m)^(import [^;]*;|export )");

    private final Map<String, String> files = new HashMap<>();

    @BeforeEach
    void emptyEntries() {
        Stream.of(
                        "/holdfast/client.js",
                        "/holdfast/channel-locks.js",
                        "/holdfast/presence.js",
                        "/holdfast/shared-road.js",
                        "/app/start.js",
                        "/app/views/chat.js")
                .forEach(entry -> files.put(entry, ""));
    }

    @Test
    void anEntryComesWithWhatItImportsInTheOrderInWhichThatRuns() throws IOException {
        files.put("/app/start.js", "import { b } from './b.js';\nexport async function start() {}\n");
        files.put("/app/b.js", "import { c as d } from './views/c.js';\nimport './e.js';\nexport const b = d;\n");
        files.put("/app/views/c.js", "import { b } from 'lit';\nexport class c {}\nlater(() => import('./f.js'));\n");
        files.put("/app/e.js", "run();\n");
        assertThat(bundles().shipped("/app/start.js")).isEqualTo("""
                import * as $0 from 'lit';
                export const $modules = {};
                $modules['/app/views/c.js'] = (() => {
                const { b } = $0;
                class c {}
                later(() => import('./views/./f.js'));

                return { c };
                })();
                $modules['/app/e.js'] = (() => {
                run();

                return {  };
                })();
                $modules['/app/b.js'] = (() => {
                const { c: d } = $modules['/app/views/c.js'];

                const b = d;

                return { b };
                })();
                const { b } = $modules['/app/b.js'];
                export async function start() {}
                """);
    }

    @Test
    void whatIsInABundleIsTakenFromItByAllOthers() throws IOException {
        files.put("/holdfast/client.js", "import { a } from './a.js';\nexport class Client {}\n");
        files.put("/holdfast/a.js", "export const a = 1;\n");
        files.put(
                "/app/views/chat.js",
                "import { Client } from '../../holdfast/client.js';\nimport { a } from '../../holdfast/a.js';\nimport { o } from '../../holdfast/o.js';\n");
        assertThat(bundles().shipped("/holdfast/a.js"))
                .isEqualTo(
                        "import { $modules } from './client.js';\nexport const { a } = $modules['/holdfast/a.js'];\n");
        assertThat(bundles().shipped("/app/views/chat.js")).isEqualTo("""
                import * as $0 from '../../holdfast/client.js';
                import * as $1 from '../../holdfast/o.js';
                export const $modules = {};
                const { Client } = $0;
                const { a } = $0.$modules['/holdfast/a.js'];
                const { o } = $1;
                """);
        assertThat(bundles().shipped("/holdfast/o.js")).isNull();
    }

    @Test
    void aFormThatCannotBeMovedIsRefused() {
        files.put("/app/start.js", "import { a } from './a.js';\n");
        files.put("/app/a.js", "export default 1;\n");
        assertThatThrownBy(() -> bundles().shipped("/app/start.js"))
                .hasMessageContaining("/app/a.js can't be bundled: export default 1;");
    }

    @Test
    void whatIsNotThereIsNamed() {
        files.put("/app/start.js", "import { a } from './a.js';\n");
        assertThatThrownBy(this::bundles)
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("/app/a.js");
    }

    @Test
    void ofOurScriptsEachIsInOneBundleAfterWhatItImportsAndSaysTheSame() throws IOException {
        var bundles = Bundles.of(BundlesTest::read);
        Set<String> ran = new TreeSet<>();
        for (var entry : List.of("/holdfast/client.js", "/app/start.js", "/app/views/chat.js")) {
            Matcher inside = INSIDE.matcher(bundles.shipped(entry));
            while (inside.find()) {
                var module = new ScriptModule(inside.group(1), source(inside.group(1)));
                assertThat(ran).containsAll(sameFolder(module)).doesNotContain(module.path());
                assertThat(bare(inside.group(2), TAKEN)).isEqualTo(bare(module.source(), MOVED));
                ran.add(module.path());
            }
            ran.add(entry);
        }
        assertThat(ran).hasSizeGreaterThan(130);
    }

    /** What the library's modules are in is before them in the list of entries. */
    private static List<String> sameFolder(ScriptModule module) {
        return module.imports().stream()
                .filter(path -> WarPath.top(path).equals(WarPath.top(module.path())))
                .toList();
    }

    /** Without how modules hang together. */
    private static String bare(String source, Pattern hanging) {
        return hanging.matcher(source).replaceAll("").replaceAll("import\\((['`])[\\w./]*/", "import($1");
    }

    private static String source(String path) throws IOException {
        return Script.withoutComments(new String(read(path), UTF_8));
    }

    private Bundles bundles() throws IOException {
        return Bundles.of(path -> files.containsKey(path) ? files.get(path).getBytes(UTF_8) : null);
    }

    private static byte[] read(String path) throws IOException {
        return Files.readAllBytes(WEBAPP.resolve(path.substring(1)));
    }
}
