package org.holdfast.oidc;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Asks the provider, for so long and by so many at once. No client that has threads of its own: those would outlive the application. */
final class Line {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MOST_BYTES = 1_048_576;
    private static final int MOST_ASKING = 16;

    /** Each who asks holds a thread of the server while the provider takes its time. */
    private final Semaphore asking = new Semaphore(MOST_ASKING);

    ResourceRetriever retriever() {
        return new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
    }

    /** @param authorization empty: none */
    JsonObject get(URI uri, String authorization) throws Unanswered, Unbelievable {
        return ask(uri, authorization, new byte[0]);
    }

    /** @param authorization empty: none */
    JsonObject post(URI uri, String authorization, Map<String, String> form) throws Unanswered, Unbelievable {
        return ask(uri, authorization, form(form).getBytes(StandardCharsets.US_ASCII));
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + Client.encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private JsonObject ask(URI uri, String authorization, byte[] form) throws Unanswered, Unbelievable {
        if (!asking.tryAcquire()) throw new Unanswered("Too many are signing in at this moment");
        try {
            HttpURLConnection connection = connect(uri, authorization);
            if (form.length > 0) send(connection, form);
            return answer(connection);
        } catch (IOException | JsonException | ClassCastException unanswered) {
            throw new Unanswered(uri + " can't be asked: " + unanswered, unanswered);
        } finally {
            asking.release();
        }
    }

    private static HttpURLConnection connect(URI uri, String authorization) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        // Where it leads to, nobody has said that secrets may be told.
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json");
        if (!authorization.isEmpty()) connection.setRequestProperty("Authorization", authorization);
        return connection;
    }

    private static void send(HttpURLConnection connection, byte[] form) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.getOutputStream().write(form);
    }

    private static JsonObject answer(HttpURLConnection connection) throws IOException, Unanswered, Unbelievable {
        int status = connection.getResponseCode();
        if (status == 400 || status == 401 || status == 403)
            throw new Unbelievable(connection.getURL() + " answers " + status + " " + said(connection));
        if (status != 200) throw new Unanswered(connection.getURL() + " answers " + status);
        return read(connection.getInputStream());
    }

    /** Why, for the log: the error's code (RFC 6749, section 5.2), which tells a wrong secret from a used code. */
    private static String said(HttpURLConnection connection) throws IOException {
        try (InputStream error = connection.getErrorStream()) {
            return error == null ? "" : read(error).getString("error", "");
        } catch (JsonException | ClassCastException unreadable) {
            return "";
        }
    }

    private static JsonObject read(InputStream content) throws IOException {
        try (content) {
            byte[] bytes = content.readNBytes(MOST_BYTES);
            return Json.createReader(new ByteArrayInputStream(bytes)).readObject();
        }
    }
}
