package org.holdfast.account;

import java.util.HexFormat;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;

/** What a directory calls an entry whatever becomes of its name: {@code entryUUID} (RFC 4530), or Active Directory's {@code objectGUID}. */
final class EntryId {
    static final String UUID = "entryUUID";
    static final String GUID = "objectGUID";

    private EntryId() {}

    /** @return {@code attribute:value}; null: the entry has neither */
    static String of(Attributes entry) throws NamingException {
        for (String name : List.of(UUID, GUID)) {
            Attribute found = entry.get(name);
            if (found != null && found.size() > 0) return name + ":" + text(found.get());
        }
        return null;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }

    /** The attribute. */
    static String name(String id) {
        return id.substring(0, id.indexOf(':'));
    }

    /** The value, as a filter's argument. */
    static Object value(String id) {
        String text = id.substring(id.indexOf(':') + 1);
        return name(id).equals(GUID) ? HexFormat.of().parseHex(text) : text;
    }
}
