package org.holdfast.account;

import java.util.Set;

/**
 * Somebody as the directory knows them.
 *
 * @param dn the distinguished name
 * @param name what it signs them in with
 * @param id the directory's own name of the entry, for ever, in {@link EntryId}'s form; null: it has none
 * @param groups distinguished names, in small letters
 */
record DirectoryPerson(String dn, String name, String displayName, String id, Set<String> groups) {
    boolean isIn(String group) {
        return groups.contains(ExternalPerson.normal(group));
    }

    ExternalPerson as(String source, String name) {
        return new ExternalPerson(source, id, name, displayName, groups);
    }
}
