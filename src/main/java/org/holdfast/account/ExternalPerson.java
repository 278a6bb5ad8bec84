package org.holdfast.account;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody whom another system vouches for.
 *
 * @param source which system: {@code directory}, {@code oidc}, {@code principal}, {@code certificate}
 * @param subject as what it knows them for ever, though they change their name; null: it has nothing of the kind
 * @param name what they would sign in with
 * @param displayName what others read; it may be unfit for that
 * @param groups in their {@link #normal} form
 */
public record ExternalPerson(String source, String subject, String name, String displayName, Set<String> groups) {

    public boolean isIn(String group) {
        return groups.contains(normal(group));
    }

    public static Set<String> normal(Collection<String> groups) {
        return groups.stream().map(ExternalPerson::normal).collect(Collectors.toSet());
    }

    /** Distinguished names are the same in any case, and with spaces after their commas. */
    public static String normal(String group) {
        return group.toLowerCase(Locale.ROOT).replaceAll("\\s*,\\s*", ",").strip();
    }
}
