package org.holdfast.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.holdfast.db.Password;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/**
 * What the provider knows us as.
 *
 * @param secret empty: it gave us none
 * @param redirect where it sends browsers back to
 */
record Client(String id, String secret, URI redirect) {

    static Client of(Settings settings) {
        String secret = Password.of(
                settings.text(Setting.OIDC_CLIENT_SECRET),
                settings.text(Setting.OIDC_CLIENT_SECRET_FILE),
                Setting.OIDC_CLIENT_SECRET_FILE.key());
        return new Client(
                settings.text(Setting.OIDC_CLIENT_ID), secret, home(settings).resolve("api/oidc/callback"));
    }

    /** The page's own address. */
    static URI home(Settings settings) {
        String url = settings.text(Setting.URL);
        return URI.create(url.endsWith("/") ? url : url + "/");
    }

    /** Adds who we are to a request for tokens. @return the {@code Authorization} header; empty: none */
    String authenticate(Map<String, String> form, boolean byForm) {
        if (!secret.isEmpty() && !byForm) return basic();
        form.put("client_id", id);
        if (!secret.isEmpty()) form.put("client_secret", secret);
        return "";
    }

    /** RFC 6749, section 2.3.1: each part as in a form. */
    private String basic() {
        String both = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Not the secret: records print themselves into logs. */
    @Override
    public String toString() {
        return "Client " + id;
    }
}
