package org.holdfast.oidc;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.holdfast.account.Secret;

/**
 * One try of a browser to sign in at the provider. All that has to be known of it follows from a secret that only this browser has: nothing
 * is kept here, and any node can take the answer.
 */
public record Attempt(Secret secret) {

    public static Attempt next() {
        return new Attempt(Secret.next());
    }

    /** Whether an answer is to this attempt: another page can't make a browser finish what it did not begin. */
    public boolean is(String state) {
        return secret.isWellFormed() && MessageDigest.isEqual(bytes(state()), bytes(state));
    }

    String state() {
        return part("state");
    }

    /** Stands in the ID token: one that was issued to another attempt is worth nothing. */
    String nonce() {
        return part("nonce");
    }

    /** Told when the code is redeemed: whoever merely saw the code can't. */
    String verifier() {
        return part("verifier");
    }

    String challenge() {
        try {
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(bytes(verifier())))
                    .toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private String part(String name) {
        return new Secret(name + " " + secret.text()).hash();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
