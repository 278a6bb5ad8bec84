package org.holdfast.library;

import com.microsoft.playwright.Page;

/** A piece of JavaScript in a page, with what it needs to wait and to tell. */
final class BrowserScript {
    /** Whatever it waits for: after a minute it is over, and what was told so far is said. */
    private static final String BEFORE = """
            async () => {
              const told = [];
              const until = async (holds) => {
                while (!(await holds())) await new Promise((next) => setTimeout(next, 10));
              };
              const late = new Promise((_, reject) =>
                setTimeout(() => reject(new Error(`not in time; told: ${JSON.stringify(told)}`)), 60000),
              );
              const body = async () => {
            """;

    private BrowserScript() {}

    /** Runs it as the body of an async function. @return what it returns */
    static Object run(Page page, String body) {
        return page.evaluate(BEFORE + imports(body) + "\n};\nreturn Promise.race([body(), late]);\n}");
    }

    /** A function can't have static imports; the others name the same things. */
    private static String imports(String body) {
        return body.replaceAll("import (\\{[^}]*}) from ('[^']*');", "const $1 = await import($2);");
    }
}
