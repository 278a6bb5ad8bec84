package org.holdfast.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password, by PBKDF2 (RFC 8018, section 5.2). The text is that of Jakarta Security's {@code Pbkdf2PasswordHash}, which can't be asked
 * itself: WildFly has it for those applications only that it finds to use a mechanism or a store of that API, too.
 */
record PasswordHash(String algorithm, int rounds, byte[] salt, byte[] hash) {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static PasswordHash of(String password, int rounds) {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(ALGORITHM, rounds, salt, derived(password, ALGORITHM, rounds, salt, BYTES));
    }

    static PasswordHash parse(String text) {
        String[] parts = text.split(":");
        Base64.Decoder base64 = Base64.getDecoder();
        return new PasswordHash(parts[0], Integer.parseInt(parts[1]), base64.decode(parts[2]), base64.decode(parts[3]));
    }

    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, derived(password, algorithm, rounds, salt, hash.length));
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return String.join(
                ":", algorithm, String.valueOf(rounds), base64.encodeToString(salt), base64.encodeToString(hash));
    }

    private static byte[] derived(String password, String algorithm, int rounds, byte[] salt, int bytes) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, bytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException("This virtual machine has no " + algorithm, unknown);
        } finally {
            spec.clearPassword();
        }
    }
}
