package org.holdfast.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a browser lets our pages and our answers do. Pages: only our own files, and the inline scripts that they were built with. */
final class ContentPolicy {

    static final String HEADER = "Content-Security-Policy";

    /** An answer is data: whoever is made to look at it as at a page sees one that can do nothing. */
    static final String OF_ANSWERS =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /** An import map can't be a file of its own, so it is allowed by its hash. */
    private static final Pattern INLINE_SCRIPT = Pattern.compile(
            "<script(?![^>]*\\ssrc\\s*=)[^>]*>(.*?)</script>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private ContentPolicy() {}

    /** @param ancestors origins whose pages may show ours in a frame, besides our own */
    static String ofPages(String pages, List<String> ancestors) {
        String scripts = INLINE_SCRIPT
                .matcher(pages)
                .results()
                .map(script -> " 'sha256-" + hash(script.group(1)) + "'")
                .collect(Collectors.joining());
        return "default-src 'self'; script-src 'self'" + scripts + "; style-src 'self'; connect-src 'self';"
                + " img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
                + Stream.concat(Stream.of(" frame-ancestors 'self'"), ancestors.stream())
                        .collect(Collectors.joining(" "));
    }

    private static String hash(String script) {
        try {
            // Browsers hash what the parser read: line ends are \n there, whatever the file has.
            byte[] bytes = script.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
