package org.holdfast.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A script that comes with the modules it imports, in their place: a browser asks once where it would ask for each of them. Each runs once,
 * after what it imports, as it would without this: ECMA-262 section 16.2.1.6.
 *
 * @param modules in the order in which they run; the last is the entry itself
 */
record Bundle(String entry, List<ScriptModule> modules) {

    /** By which other bundles find the modules in this one. No text of ours has this name. */
    private static final String MODULES = "$modules";

    /** @param owners the bundles by the modules that are in them */
    String text(Map<String, Bundle> owners) {
        Map<String, String> outside = new LinkedHashMap<>();
        String folder = WarPath.folder(entry);
        StringBuilder inside = new StringBuilder("export const " + MODULES + " = {};\n");
        for (ScriptModule module : modules) {
            UnaryOperator<String> from = specifier -> owner(module, specifier, owners, outside);
            inside.append(
                    module.path().equals(entry)
                            ? module.movedTo(folder, from)
                            : in(module.path()) + " = " + module.asFunction(folder, from) + ";\n");
        }
        return imports(outside) + inside;
    }

    /** What is shipped of a module that is in this bundle: however it is asked for, it runs once. */
    String alias(ScriptModule module) {
        return "import { " + MODULES + " } from '" + WarPath.reference(WarPath.folder(module.path()), entry) + "';\n"
                + "export const { " + String.join(", ", module.exports()) + " } = " + in(module.path()) + ";\n";
    }

    /** The expression that has what a module imports from there. */
    private String owner(
            ScriptModule module, String specifier, Map<String, Bundle> owners, Map<String, String> outside) {
        if (!ScriptModule.isOurs(specifier)) return named(specifier, outside);
        String path = module.resolve(specifier);
        Bundle owner = owners.get(path);
        if (owner == this) return in(path);
        boolean isByItself = owner == null || path.equals(owner.entry);
        String name = named(WarPath.reference(WarPath.folder(entry), isByItself ? path : owner.entry), outside);
        return isByItself ? name : name + "." + in(path);
    }

    private static String in(String path) {
        return MODULES + "['" + path + "']";
    }

    private static String named(String specifier, Map<String, String> outside) {
        return outside.computeIfAbsent(specifier, each -> "$" + outside.size());
    }

    private static String imports(Map<String, String> outside) {
        return outside.entrySet().stream()
                .map(each -> "import * as " + each.getValue() + " from '" + each.getKey() + "';\n")
                .collect(Collectors.joining());
    }
}
