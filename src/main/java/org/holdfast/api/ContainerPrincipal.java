package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.holdfast.account.ExternalPerson;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Whom the server itself knows: by a sign-in of its own (Kerberos, SAML), or by a client certificate that it has checked. */
@ApplicationScoped
public class ContainerPrincipal {
    /** Apart from {@link TrustedHeader#SOURCE}: a name in a certificate is not the same name in a header. */
    private static final String BY_CERTIFICATE = "certificate";

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final boolean isUsed;

    @Inject
    public ContainerPrincipal(Settings settings) {
        isUsed = settings.text(Setting.PRINCIPAL).equals("container");
    }

    /** For the container's proxy. */
    protected ContainerPrincipal() {
        isUsed = false;
    }

    boolean isUsed() {
        return isUsed;
    }

    Optional<ExternalPerson> find(HttpServletRequest request) {
        if (!isUsed) return Optional.empty();
        return principal(request).or(() -> certificate(request));
    }

    private static Optional<ExternalPerson> principal(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(name -> new ExternalPerson(TrustedHeader.SOURCE, null, name, "", Set.of()));
    }

    private static Optional<ExternalPerson> certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(person(chain[0].getIssuerX500Principal(), chain[0].getSubjectX500Principal()))
                : Optional.empty();
    }

    /** Known by both: the next certificate has them, too, and another authority's has not. */
    private static ExternalPerson person(X500Principal issuer, X500Principal subject) {
        String known = issuer.getName() + " " + subject.getName();
        return new ExternalPerson(BY_CERTIFICATE, known, commonName(subject.getName()), "", Set.of());
    }

    /** Empty: it has none. */
    static String commonName(String distinguishedName) {
        try {
            return new LdapName(distinguishedName)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .reduce("", (before, nearer) -> nearer);
        } catch (InvalidNameException strange) {
            return "";
        }
    }
}
