package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.holdfast.account.Accounts;
import org.holdfast.account.ExternalPerson;
import org.holdfast.oidc.OpenId;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.JsonText;

/** The ways in that whoever asks has: a page shows no others. */
@RequestScoped
public class Doors {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    @Inject
    private Accounts accounts;

    @Inject
    private OpenId openId;

    @Inject
    private Principals principals;

    String json() {
        return "{\"signUp\":" + accounts.isOpen() + provider() + principal() + "}";
    }

    private String provider() {
        if (!openId.isUsed()) return "";
        return ",\"provider\":{\"name\":" + JsonText.quote(settings.text(Setting.OIDC_LABEL)) + "}";
    }

    private String principal() {
        Optional<ExternalPerson> person = principals.find(request);
        return person.map(known -> ",\"principal\":" + JsonText.quote(known.name()))
                .orElse("");
    }
}
