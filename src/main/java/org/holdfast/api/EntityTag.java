package org.holdfast.api;

import java.util.regex.Pattern;

/** What names a state of a resource: RFC 9110 section 8.8.3. */
final class EntityTag {
    private static final String WEAK = "W/";
    private static final Pattern LISTED = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private EntityTag() {}

    /**
     * Whether a client has what the tag names, as it says in {@code If-None-Match}: RFC 9110 section 13.1.2. The comparison is the weak one: a front
     * that packs an answer makes its tag weak.
     *
     * @param said null: nothing
     * @param tag strong or weak
     */
    static boolean isHad(String said, String tag) {
        if (said == null) return false;
        String opaque = tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
        return said.strip().equals("*")
                || LISTED.matcher(said)
                        .results()
                        .anyMatch(listed -> listed.group(1).equals(opaque));
    }
}
