package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A real identity provider, with the people of a company. Its first start builds it, which takes half a minute; later ones do not. */
final class Keycloak implements AutoCloseable {
    static final String CLIENT = "holdfast";
    static final String SECRET = "the client's secret";

    private static final Path REALM = Path.of("src/test/resources/keycloak/company.json");
    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final String ADMIN = "admin";
    private static final String PEOPLE = "/admin/realms/company/users";

    private final Path folder;
    private final Path log = Path.of("target", "lab", "keycloak.log");
    /** By another name than the house's: to a browser they are two sites. */
    private final URI uri = URI.create("http://localhost:" + Ports.free());

    private final Process process;

    /** @param house whose people sign in here */
    Keycloak(URI house) {
        folder = Path.of(System.getProperty("keycloak.home", "target/keycloak")).toAbsolutePath();
        try {
            var realm = Files.readString(REALM).replace("HOUSE", house.toString());
            Files.writeString(
                    Files.createDirectories(folder.resolve("data/import")).resolve("company.json"), realm);
            Files.createDirectories(log.getParent());
            process = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("Keycloak is ready")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .failFast(() -> assertThat(process.isAlive()).as("see " + log).isTrue())
                .ignoreExceptions()
                .until(() ->
                        Http.answer(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                                                .build())
                                        .status()
                                == 200);
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(
                        folder.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + uri.getPort(),
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_OPTS", "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN));
        return builder.start();
    }

    String issuer() {
        return uri + "/realms/company";
    }

    void add(String name, String shown, String password, String... groups) {
        var secret = Map.of("type", "password", "value", password);
        var person = Map.<String, Object>of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@example.org",
                "firstName",
                shown,
                "lastName",
                "of the company",
                "credentials",
                List.of(secret),
                "groups",
                List.of(groups));
        ask("POST", PEOPLE, Json.object(person).toString()).expect(201);
    }

    void rename(String name, String next) {
        ask(
                        "PUT",
                        PEOPLE + "/" + id(name),
                        Json.object(Map.of("username", next)).toString())
                .expect(204);
    }

    void ungroup(String name, String group) {
        var id = first("/admin/realms/company/groups?search=" + group);
        ask("DELETE", PEOPLE + "/" + id(name) + "/groups/" + id, "").expect(204);
    }

    /** As its administrator does it. */
    void signOut(String name) {
        ask("POST", PEOPLE + "/" + id(name) + "/logout", "{}").expect(204);
    }

    private String id(String name) {
        return first(PEOPLE + "?exact=true&username=" + name);
    }

    /** The id of the first that is found. */
    private String first(String search) {
        var found = Json.parse(ask("GET", search, "").expect(200).text());
        return found.asJsonArray().getJsonObject(0).getString("id");
    }

    private Answer ask(String method, String path, String body) {
        return Http.answer(HttpRequest.newBuilder(uri.resolve(path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** It lasts a minute. */
    private String token() {
        var form = Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMIN, "password", ADMIN);
        return Http.answer(HttpRequest.newBuilder(uri.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(form)))
                        .build())
                .expect(200)
                .json()
                .getString("access_token");
    }

    static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        // While it builds itself, its script has a child.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
