package org.holdfast.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenID Connect Core 1.0, section 3.1.3.7, and Back-Channel Logout 1.0, section 2.6. */
class TokensTest {
    private static final String CLIENT = "holdfast";
    private static final String NONCE = "a nonce";
    private static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private SmallProvider provider;
    private Tokens tokens;

    @BeforeEach
    void start() throws Exception {
        provider = new SmallProvider();
        tokens = new Tokens(
                URI.create(provider.issuer() + "/keys").toURL(),
                new Line().retriever(),
                new Tokens.Expected(provider.issuer(), CLIENT));
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private JWTClaimsSet.Builder right() {
        return provider.claims(CLIENT).claim("nonce", NONCE);
    }

    private JWTClaimsSet.Builder logout() {
        return provider.claims(CLIENT).claim("events", Map.of(LOGOUT_EVENT, Map.of()));
    }

    private String signed(JWTClaimsSet.Builder claims) throws Exception {
        return SmallProvider.signed(claims, provider.key(), JOSEObjectType.JWT);
    }

    private void refused(String token) {
        assertThat(catchThrowable(() -> tokens.identity(token, NONCE))).isInstanceOf(Unbelievable.class);
    }

    @Test
    void aTokenOfTheProviderForUsNowIsBelieved() throws Exception {
        assertThat(tokens.identity(signed(right()), NONCE).getSubject()).isEqualTo("ann");
        var ofMany = right().audience(List.of(CLIENT, "another")).claim("azp", CLIENT);
        assertThat(tokens.identity(signed(ofMany), NONCE).getSubject()).isEqualTo("ann");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                of("another's nonce", claims -> claims.claim("nonce", "another nonce")),
                of("no nonce", claims -> claims.claim("nonce", null)),
                of("another issuer's", claims -> claims.issuer("http://127.0.0.1:1")),
                of("for another client", claims -> claims.audience("another")),
                of("for many, and none of them said", claims -> claims.audience(List.of(CLIENT, "another"))),
                of("handed to another client", claims -> claims.claim("azp", "another")),
                of("over", claims -> claims.expirationTime(new Date(System.currentTimeMillis() - 120_000))),
                of("for ever", claims -> claims.expirationTime(null)),
                of("about nobody", claims -> claims.subject(null)));
    }

    private static Arguments of(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aTokenThatIs(String wrong, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        refused(signed(change.apply(right())));
    }

    @Test
    void aTokenThatAnotherSignedIsRefused() throws Exception {
        refused(SmallProvider.signed(right(), SmallProvider.newKey(), JOSEObjectType.JWT));
    }

    @Test
    void aTokenThatNobodySignedIsRefused() {
        refused(new PlainJWT(right().build()).serialize());
        refused("");
        refused("no token");
    }

    /** The public key, which everybody has, as the secret of a signature that needs one. */
    @Test
    void aTokenSignedWithWhatEverybodyKnowsIsRefused() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(SmallProvider.KEY)
                .build();
        var token = new SignedJWT(header, right().build());
        token.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));
        refused(token.serialize());
    }

    @Test
    void aTokenThatEndsLoginsSignsNobodyIn() throws Exception {
        refused(SmallProvider.signed(logout().claim("nonce", NONCE), provider.key(), LOGOUT));
    }

    @Test
    void aTokenThatEndsALoginIsBelieved() throws Exception {
        var token = SmallProvider.signed(logout(), provider.key(), LOGOUT);
        assertThat(tokens.logout(token).getSubject()).isEqualTo("ann");
    }

    static Stream<Arguments> wrongLogout() {
        return Stream.of(
                of("one that signs in", claims -> claims.claim("nonce", NONCE)),
                of("no logout", claims -> claims.claim("events", Map.of("another", Map.of()))),
                of("nothing that happened", claims -> claims.claim("events", null)),
                of("for another client", claims -> claims.audience("another")),
                of("of an hour ago", claims -> claims.issueTime(new Date(System.currentTimeMillis() - 3_600_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongLogout")
    void aLogoutTokenThatIs(String wrong, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        var token = SmallProvider.signed(change.apply(logout()), provider.key(), LOGOUT);
        assertThatThrownBy(() -> tokens.logout(token)).isInstanceOf(Unbelievable.class);
    }

    @Test
    void aKeyThatIsNewIsFetched() throws Exception {
        tokens.identity(signed(right()), NONCE);
        var next = SmallProvider.signed(right(), provider.changeKey(), JOSEObjectType.JWT);
        assertThat(tokens.identity(next, NONCE).getSubject()).isEqualTo("ann");
    }

    @Test
    void whileTheKeysAreAwayNobodyIsRefusedForGood() throws Exception {
        var token = signed(right());
        provider.close();
        assertThatThrownBy(() -> tokens.identity(token, NONCE)).isInstanceOf(Unanswered.class);
    }
}
