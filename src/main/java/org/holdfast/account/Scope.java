package org.holdfast.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.holdfast.wire.Fields;

/** What is done in an account's name; each has what those before it have. */
public enum Scope {
    /** Reads and listens. */
    READ,
    /** Changes what a member may change. */
    WRITE,
    /** Changes what an administrator may change, if the account is one. */
    ADMIN,
    /** What only the person may do, signed in: passwords, logins and tokens. No token has it. */
    PERSON;

    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field}: it is none that a token can have */
    public static Scope ofToken(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope != PERSON && scope.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> Fields.bad("scope", "must be one of " + names()));
    }

    private static String names() {
        return Arrays.stream(values())
                .filter(scope -> scope != PERSON)
                .map(Scope::wireName)
                .collect(Collectors.joining(", "));
    }
}
