package org.holdfast.api;

/**
 * What is shipped of our own scripts: their lines, without the comments that have lines of their own. Lines keep their numbers, so
 * that an error names the line that is in the source; in a bundle, those within a module. No text of ours has a line that begins like a
 * comment; a test holds it.
 */
final class Script {

    private Script() {}

    static String withoutComments(String source) {
        StringBuilder kept = new StringBuilder(source.length());
        boolean isInside = false;
        for (String line : source.split("\n", -1)) {
            String text = line.strip();
            boolean isComment = isInside || text.startsWith("//") || text.startsWith("/*");
            if (!isComment) kept.append(line);
            kept.append('\n');
            isInside = isComment && (isInside || text.startsWith("/*")) && !text.endsWith("*/");
        }
        kept.setLength(kept.length() - 1);
        return kept.toString();
    }
}
