package org.holdfast.api;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of our own scripts: ECMA-262 section 16.2, in the few forms that they use. Each import and each export begins a line, and nothing
 * is exported by default, nor from elsewhere; a test holds it for all that is bundled.
 */
record ScriptModule(String path, String source) {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:(\\{[^}]*\\}) from )?'([^']+)';");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export ((?:class|const|function|async function) (\\w+))");
    private static final Pattern LATE_IMPORT = Pattern.compile("\\bimport\\((['`])(?=\\.)");
    private static final Pattern OTHER_IMPORT =
            Pattern.compile("(?m)^import\\b.*|\\bimport\\((?!['`]).*|\\bimport\\.meta\\b.*");
    private static final Pattern OTHER_EXPORT = Pattern.compile("(?m)^export\\b.*");

    /** What it imports of ours before it runs, by path. */
    List<String> imports() {
        return IMPORT.matcher(source)
                .results()
                .map(each -> each.group(2))
                .filter(ScriptModule::isOurs)
                .map(this::resolve)
                .toList();
    }

    List<String> exports() {
        return EXPORT.matcher(source).results().map(each -> each.group(2)).toList();
    }

    /** As if it were a file of another folder. @param from tells, of what is imported, the expression that has it */
    String movedTo(String folder, UnaryOperator<String> from) {
        String imported = IMPORT.matcher(source).replaceAll(each -> Matcher.quoteReplacement(taken(each, from)));
        String back = Matcher.quoteReplacement(WarPath.between(folder, WarPath.folder(path)));
        return refusing(
                OTHER_IMPORT, LATE_IMPORT.matcher(imported).replaceAll(each -> "import(" + each.group(1) + back));
    }

    /** As the body of a function that gives what it exports. */
    String asFunction(String folder, UnaryOperator<String> from) {
        String body =
                refusing(OTHER_EXPORT, EXPORT.matcher(movedTo(folder, from)).replaceAll("$1"));
        return "(() => {\n" + body + "\nreturn { " + String.join(", ", exports()) + " };\n})()";
    }

    String resolve(String specifier) {
        return WarPath.resolve(path, specifier);
    }

    private String refusing(Pattern form, String moved) {
        Matcher found = form.matcher(moved);
        if (found.find()) throw new IllegalStateException(path + " can't be bundled: " + found.group());
        return moved;
    }

    static boolean isOurs(String specifier) {
        return specifier.startsWith(".");
    }

    private static String taken(MatchResult imported, UnaryOperator<String> from) {
        String module = from.apply(imported.group(2));
        if (imported.group(1) == null) return "";
        return "const " + imported.group(1).replace(" as ", ": ") + " = " + module + ";";
    }
}
