package org.holdfast.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What a file is called: for people to read. Nothing is ever stored or looked up under it. */
record FileName(String text) {
    private static final int MOST = 200;
    private static final int MOST_ENDING = 20;
    private static final String NAMELESS = "file";
    private static final Set<String> IMAGES =
            Set.of("png", "jpg", "jpeg", "jpe", "gif", "webp", "bmp", "tif", "tiff", "avif", "heic", "ico");

    /** Takes any text: what came before the last slash, control and invisible characters go, and what is too long. */
    static FileName of(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String visible = Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .filter(character -> !isInvisible(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        boolean isName = !visible.isEmpty() && !visible.equals(".") && !visible.equals("..");
        return new FileName(isName ? shortened(visible) : NAMELESS);
    }

    /** The end is kept: it tells what the file is. */
    private static String shortened(String name) {
        if (name.length() <= MOST) return name;
        String ending = ending(name);
        int end = MOST - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot > MOST_ENDING ? "" : name.substring(dot);
    }

    /** Whether it is an image, if it is what it is called. */
    boolean claimsImage() {
        String ending = ending(text);
        return !ending.isEmpty() && IMAGES.contains(ending.substring(1).toLowerCase(Locale.ROOT));
    }

    /** Direction marks among FORMAT: with one, "exe.gpj" reads "jpg.exe" backwards. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
