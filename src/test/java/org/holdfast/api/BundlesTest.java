package org.holdfast.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundlesTest {

    private final Map<String, String> files = new HashMap<>();

    @BeforeEach
    void emptyEntries() {
        Bundles.CONTENTS.forEach(content -> content.forEach(path -> files.put(path, "")));
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
        refused("export default 1;");
        refused("export { b } from './b.js';");
        refused("import c from './c.js';");
        refused("const url = import.meta.url;", "import.meta.url;");
        refused("later(() => import(name));", "import(name));");
    }

    private void refused(String form) {
        refused(form, form);
    }

    private void refused(String source, String form) {
        files.put("/app/a.js", source + "\n");
        assertThatThrownBy(() -> bundles().shipped("/app/start.js")).hasMessage("/app/a.js can't be bundled: " + form);
    }

    @Test
    void whatIsNotThereIsNamed() {
        files.put("/app/start.js", "import { a } from './a.js';\n");
        assertThatThrownBy(this::bundles)
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("/app/a.js");
    }

    private Bundles bundles() throws IOException {
        return Bundles.of(path -> files.containsKey(path) ? files.get(path).getBytes(UTF_8) : null);
    }
}
