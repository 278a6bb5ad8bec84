package org.holdfast.account;

import java.util.Set;

/**
 * Somebody as the directory knows them.
 *
 * @param dn the distinguished name
 * @param name what it signs them in with
 * @param groups distinguished names, in small letters
 */
record DirectoryPerson(String dn, String name, String displayName, Set<String> groups) {
    boolean isIn(String group) {
        return groups.contains(ExternalPerson.normal(group));
    }

    ExternalPerson as(String source, String name) {
        return new ExternalPerson(source, null, name, displayName, groups);
    }
}
