package org.holdfast.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.function.Supplier;

/** Signs what a real provider never would. */
final class SmallProvider implements AutoCloseable {
    static final String KEY = "the key";

    private final HttpServer server;
    private volatile RSAKey key = newKey();
    private volatile String document = "";

    SmallProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer("/keys", () -> new JWKSet(key).toPublicJWKSet().toString());
        answer("/.well-known/openid-configuration", () -> document);
        server.start();
    }

    private void answer(String path, Supplier<String> text) {
        server.createContext(path, exchange -> {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            try (var body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        });
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(KEY).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it says of itself. */
    void says(String document) {
        this.document = document;
    }

    RSAKey key() {
        return key;
    }

    /** As providers do it: a new key has a name of its own. */
    RSAKey changeKey() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("another key").generate();
        return key;
    }

    JWTClaimsSet.Builder claims(String client) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("ann")
                .audience(client)
                .issueTime(new Date())
                .expirationTime(new Date(System.currentTimeMillis() + 300_000));
    }

    static String signed(JWTClaimsSet.Builder claims, RSAKey key, JOSEObjectType type) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(type)
                .build();
        var token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
