package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server itself knows people by their certificates: the https chapters of server-config, and {@code holdfast.principal=container}. */
@Tag("any-server")
class CertificateIT {
    private static Certificates certificates;
    private static Server server;

    @BeforeAll
    static void start() {
        certificates = new Certificates("certificates")
                .add("server", "CN=127.0.0.1")
                .add("ann", "CN=ann,OU=Sales,O=Example")
                .add("mallory", "CN=ann,OU=Sales,O=Example")
                .add("nobody", "CN=nobody")
                .trust("server", "ann")
                .trust("ann", "server")
                .trust("mallory", "server")
                .trust("nobody", "server");
        server = ServerKey.of(Server.of("certificate"), certificates.file("server"));
        ServerKey.believing(server, "ann").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer enter(String store) throws Exception {
        var request = HttpRequest.newBuilder(ServerKey.uri(server).resolve("api/principal"))
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
    void withoutACertificateOneIsNobody() throws Exception {
        enter("nobody").expect(401);
    }
}
