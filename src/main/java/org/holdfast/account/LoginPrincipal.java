package org.holdfast.account;

import java.security.Principal;

/** Who is signed in, as the server's security sees it. */
public record LoginPrincipal(Login login) implements Principal {

    /** The account's name. */
    @Override
    public String getName() {
        return login.account().name();
    }
}
