package org.holdfast.account;

import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/**
 * What the groups of a person decide.
 *
 * @param members who may come in; empty: everybody
 * @param admins who administers; empty: roles are given here
 */
public record GroupRules(String members, String admins) {

    /** @throws Refusal {@code forbidden} */
    void check(ExternalPerson person) {
        if (!members.isEmpty() && !person.isIn(members))
            throw new Refusal(Code.FORBIDDEN, "You are not in the group that may come in.");
    }

    Role roleOf(ExternalPerson person, Role before) {
        if (admins.isEmpty()) return before;
        if (person.isIn(admins)) return Role.ADMIN;
        return before == Role.ADMIN ? Role.MEMBER : before;
    }
}
