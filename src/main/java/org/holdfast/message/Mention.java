package org.holdfast.message;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody is called in a text. By the account, since names change.
 *
 * @param account or {@link #ALL}
 * @param at where in the text, in UTF-16 units
 */
record Mention(long account, int at, int length) {
    /** Everybody in the room. */
    static final long ALL = 0;

    /** Nobody writes this in a text: there its quotes are escaped. */
    private static final String MEMBER = ",\"mentions\":[";

    /** SQL's pattern of a body in which an account is called; {@code %s}: its id. */
    static final String PATTERN = "%%" + MEMBER + "%%[%s,%%";

    /** SQL's pattern of a body in which somebody is called. */
    static final String ANYBODY = "%" + MEMBER + "%";

    private static final Pattern CALLED = Pattern.compile("\\[([0-9]+),([0-9]+),([0-9]+)\\]");

    /** Those of a body, in its order. */
    static List<Mention> in(String body) {
        int at = body.lastIndexOf(MEMBER);
        if (at < 0) return List.of();
        return CALLED.matcher(body)
                .region(at + MEMBER.length(), body.length())
                .results()
                .map(Mention::of)
                .toList();
    }

    private static Mention of(MatchResult found) {
        return new Mention(
                Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    /** The accounts that are called in a body, {@link #ALL} among them perhaps. */
    static Set<Long> calledIn(String body) {
        return in(body).stream().map(Mention::account).collect(Collectors.toSet());
    }

    /** The last member of a body; empty: nobody is called. */
    static String member(List<Mention> mentions) {
        if (mentions.isEmpty()) return "";
        return mentions.stream()
                .map(each -> "[" + each.account + "," + each.at + "," + each.length + "]")
                .collect(Collectors.joining(",", MEMBER, "]"));
    }
}
