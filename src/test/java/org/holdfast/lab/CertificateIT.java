package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server itself knows people by their certificates: setting {@code holdfast.principal=container}. */
class CertificateIT {
    private static final String WANT_CERTIFICATES =
            "set configs.config.server-config.network-config.protocols.protocol.https-listener.ssl.client-auth=want\n";
    private static final Path PREBOOT = Path.of("server-config/payara-micro/preboot.asadmin");
    private static final int PORT = Ports.free();

    private static Certificates certificates;
    private static PayaraMicro server;

    @BeforeAll
    static void start() throws IOException {
        certificates = new Certificates("certificates")
                .add("server", "CN=127.0.0.1")
                .add("ann", "CN=ann,OU=Sales,O=Example")
                .add("mallory", "CN=ann,OU=Sales,O=Example")
                .trust("server", "ann")
                .trust("ann", "server")
                .trust("mallory", "server");
        var commands = Files.writeString(
                Path.of(certificates.file("want") + ".asadmin"), Files.readString(PREBOOT) + WANT_CERTIFICATES);
        server = new PayaraMicro("certificate")
                .with("holdfast.principal", "container")
                .with("javax.net.ssl.keyStore", certificates.file("server"))
                .with("javax.net.ssl.keyStorePassword", Certificates.SECRET)
                .with("javax.net.ssl.trustStore", certificates.file("server"))
                .with("javax.net.ssl.trustStorePassword", Certificates.SECRET)
                .withOptions("--sslport", String.valueOf(PORT), "--sslcert", "server")
                .withOptions("--prebootcommandfile", commands.toString())
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer enter(String store) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + PORT + "/api/principal"))
                .POST(BodyPublishers.noBody())
                .build();
        var answer = certificates.client(store).send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    @Test
    void whoShowsACertificateThatTheServerTrustsIsTheOneItNames() throws Exception {
        var first = enter("ann").expect(200);
        assertThat(first.json().getString("name")).isEqualTo("ann");
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
        assertThat(enter("ann").expect(200).json()).isEqualTo(first.json());
    }

    /** The server does not let it through the handshake, or takes it for none; others it lets in at that moment. */
    @Test
    void whoMadeACertificateThemselvesIsNobody() throws Exception {
        try {
            enter("mallory").expect(401);
        } catch (IOException refusedByTls) {
            assertThat(refusedByTls).hasMessageFindingMatch("certificate|received no bytes");
        }
        enter("ann").expect(200);
    }

    @Test
    void withoutACertificateOneIsNobody() {
        Person.stranger(server.uri()).post("api/principal", "").expect(401);
    }
}
