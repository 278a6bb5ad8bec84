package org.holdfast.library;

import com.microsoft.playwright.Page;

/** A piece of JavaScript in a page, with what it needs to wait and to tell. */
final class BrowserScript {
    /** {@code until} gives up after 20 s, and then says what was told so far. */
    private static final String BEFORE = """
            async () => {
              const told = [];
              const until = async (holds) => {
                for (const end = Date.now() + 20000; !(await holds()); await new Promise((next) => setTimeout(next, 10)))
                  if (Date.now() > end) throw new Error(`never: ${holds}; told: ${JSON.stringify(told)}`);
              };
            """;

    private BrowserScript() {}

    /** Runs it as the body of an async function. @return what it returns */
    static Object run(Page page, String body) {
        return page.evaluate(BEFORE + imports(body) + "\n}");
    }

    /** A function can't have static imports; the others name the same things. */
    private static String imports(String body) {
        return body.replaceAll("import (\\{[^}]*}) from ('[^']*');", "const $1 = await import($2);");
    }
}
