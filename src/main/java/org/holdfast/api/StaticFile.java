package org.holdfast.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file of our pages as browsers get it. Its tag tells whether a browser has it as it is now. */
record StaticFile(byte[] content, byte[] gzipped, String tag) {

    private static final int TAG_BYTES = 12;

    /** Our own scripts go without their comments, which are more than a quarter of them. */
    static StaticFile of(String path, byte[] content) throws IOException {
        byte[] shipped = isOurScript(path)
                ? Script.withoutComments(new String(content, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)
                : content;
        return new StaticFile(shipped, gzip(shipped), "W/\"" + hash(shipped) + '"');
    }

    /** What others wrote keeps its words, licences among them. */
    private static boolean isOurScript(String path) {
        return path.endsWith(".js") && !path.startsWith("/webjars/") && !path.contains("/vendor/");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
