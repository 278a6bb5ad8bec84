package org.holdfast.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.account.ExternalPerson;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * What the provider says of a person.
 *
 * @param names of the claims that count
 */
record Claims(Names names, Map<String, Object> said) {
    /** Which claim says what. */
    record Names(String name, String displayName, String groups) {
        static Names of(Settings settings) {
            return new Names(
                    settings.text(Setting.OIDC_NAME),
                    settings.text(Setting.OIDC_DISPLAY_NAME),
                    settings.text(Setting.OIDC_GROUPS));
        }
    }

    static final String SOURCE = "oidc";

    /** Some providers leave most out of the ID token. */
    boolean isComplete() {
        return said.keySet().containsAll(List.of(names.name(), names.displayName(), names.groups()));
    }

    /** The ID token's count first: they are signed. @throws Unbelievable it is about somebody else */
    Claims and(JsonObject userInfo) throws Unbelievable {
        try {
            Map<String, Object> both = new HashMap<>(JSONObjectUtils.parse(userInfo.toString()));
            if (!said.get("sub").equals(both.get("sub"))) throw new Unbelievable("The answer is about somebody else");
            both.putAll(said);
            return new Claims(names, both);
        } catch (ParseException impossible) {
            throw new Unbelievable(impossible);
        }
    }

    ExternalPerson person(String issuer) {
        return new ExternalPerson(
                SOURCE, subject(issuer, text("sub")), text(names.name()), text(names.displayName()), groups());
    }

    /** Unique and never given to another, but only at its provider: Core, section 5.7. */
    static String subject(String issuer, String sub) {
        return issuer + " " + sub;
    }

    private String text(String claim) {
        return said.get(claim) instanceof String text ? text : "";
    }

    private Set<String> groups() {
        Object groups = said.get(names.groups());
        if (groups instanceof String one) return ExternalPerson.normal(List.of(one));
        if (!(groups instanceof Collection<?> all)) return Set.of();
        return ExternalPerson.normal(all.stream().map(String::valueOf).toList());
    }
}
