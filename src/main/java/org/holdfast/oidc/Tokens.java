package org.holdfast.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

/** Believes a token if the provider signed it, for us, now: OpenID Connect Core 1.0, section 3.1.3.7. */
final class Tokens {
    /** Whose, and for whom. */
    record Expected(String issuer, String clientId) {}

    /** No {@code none}; and no HMAC, whose key an attacker could take the public one for. */
    private static final Set<JWSAlgorithm> ALGORITHMS = algorithms();

    private static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration LOGOUT_AGE = Duration.ofMinutes(5);

    private final JWKSource<SecurityContext> keys;
    private final Expected expected;

    Tokens(URL keys, ResourceRetriever retriever, Expected expected) {
        // Refreshing ahead would need a thread that outlives the application.
        this.keys = JWKSourceBuilder.create(keys, retriever)
                .refreshAheadCache(false)
                .retrying(true)
                .build();
        this.expected = expected;
    }

    /** @param nonce of the attempt that it has to answer */
    JWTClaimsSet identity(String token, String nonce) throws Unanswered, Unbelievable {
        JWTClaimsSet claims = process(
                token, exactly().claim("nonce", nonce).build(), Set.of("sub", "exp", "iat"), JOSEObjectType.JWT);
        Object party = claims.getClaim("azp");
        boolean isForUs = party == null ? claims.getAudience().size() == 1 : party.equals(expected.clientId());
        if (!isForUs) throw new Unbelievable("The token is another client's");
        return claims;
    }

    /** Back-Channel Logout 1.0, section 2.6. */
    JWTClaimsSet logout(String token) throws Unanswered, Unbelievable {
        JWTClaimsSet claims = process(token, exactly().build(), Set.of("iat", "events"), LOGOUT);
        boolean isLogout = events(claims).contains(LOGOUT_EVENT) && claims.getClaim("nonce") == null;
        Date oldest = new Date(System.currentTimeMillis() - LOGOUT_AGE.toMillis());
        if (!isLogout || claims.getIssueTime().before(oldest)) throw new Unbelievable("This ends no login now");
        return claims;
    }

    private static Set<String> events(JWTClaimsSet claims) throws Unbelievable {
        try {
            return claims.getJSONObjectClaim("events").keySet();
        } catch (ParseException malformed) {
            throw new Unbelievable(malformed);
        }
    }

    private JWTClaimsSet.Builder exactly() {
        return new JWTClaimsSet.Builder().issuer(expected.issuer());
    }

    private JWTClaimsSet process(String token, JWTClaimsSet exactly, Set<String> required, JOSEObjectType type)
            throws Unanswered, Unbelievable {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        // A logout token of a provider that gives it no type is told from an ID token by its claims.
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(type, JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(expected.clientId(), exactly, required));
        try {
            return processor.process(token, null);
        } catch (KeySourceException unreached) {
            throw new Unanswered("The provider's keys can't be read", unreached);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            throw new Unbelievable(refused);
        }
    }

    private static Set<JWSAlgorithm> algorithms() {
        Set<JWSAlgorithm> all = new HashSet<>(JWSAlgorithm.Family.RSA);
        all.addAll(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512));
        return all;
    }
}
