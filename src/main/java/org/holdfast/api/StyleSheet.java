package org.holdfast.api;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is shipped of a style sheet: with those of its folder in it that it imports, in their place. A browser asks once, where it would
 * ask for each of them, and draw nothing before the last is there. Without this the sheet means the same.
 */
final class StyleSheet {

    private static final Pattern IMPORT = Pattern.compile("@import '\\./([\\w-]+\\.css)';\n");

    private StyleSheet() {}

    static byte[] withImports(String path, byte[] sheet, WarFiles files) throws IOException {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Matcher imports = IMPORT.matcher(text(sheet));
        StringBuilder whole = new StringBuilder();
        while (imports.find()) {
            String imported = imported(folder + imports.group(1), files);
            imports.appendReplacement(whole, Matcher.quoteReplacement(imported));
        }
        return imports.appendTail(whole).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String imported(String path, WarFiles files) throws IOException {
        byte[] sheet = files.read(path);
        if (sheet == null) throw new FileNotFoundException(path + ", which a style sheet imports");
        return text(sheet);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
