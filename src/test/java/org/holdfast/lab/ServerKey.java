package org.holdfast.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The key with which a server product ends TLS itself: the files {@code https.*} of {@code server-config}. */
final class ServerKey {
    private static final String STORE = "https.keystore";
    private static final Path PREBOOT = Path.of("server-config/payara-micro/preboot.asadmin");
    private static final String WANT_CERTIFICATES =
            "set configs.config.server-config.network-config.protocols.protocol.https-listener.ssl.client-auth=want\n";
    private static final String PORT = "https.port";
    private static final String CLIENTS = "https.clients";
    private static final String TRUSTED = "https.trusted";

    private ServerKey() {}

    /** At the next start it listens for https too, on a port of its own, and that is its public address. */
    static Server of(Server server, String store) {
        said(server, STORE, store);
        said(server, "https.password", Certificates.SECRET);
        said(server, PORT, String.valueOf(Ports.free()));
        said(server, "https.bind", "127.0.0.1");
        if (server instanceof PayaraMicro)
            server.with("javax.net.ssl.keyStore", store).with("javax.net.ssl.keyStorePassword", Certificates.SECRET);
        return server.with("holdfast.url", uri(server).toString());
    }

    /** It asks for certificates, too, and believes those that its store trusts, as the one of that name. */
    static Server believing(Server server, String trusted) {
        said(server, CLIENTS, server instanceof TomEe ? "optional" : "true");
        // Where the server has no setting for it.
        server.with("javax.net.ssl.trustStore", server.settings().get(STORE))
                .with("javax.net.ssl.trustStorePassword", Certificates.SECRET);
        if (server instanceof PayaraMicro micro) micro.withOptions("--prebootcommandfile", wanting(micro));
        return server.with(TRUSTED, trusted).with("holdfast.principal", "container");
    }

    private static String wanting(PayaraMicro micro) {
        try {
            var commands = Path.of(micro.settings().get(STORE) + ".asadmin");
            return Files.writeString(commands, Files.readString(PREBOOT) + WANT_CERTIFICATES)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isBelieving(Server server) {
        return server.settings().containsKey(CLIENTS);
    }

    static URI uri(Server server) {
        return URI.create("https://127.0.0.1:" + port(server) + "/");
    }

    static String port(Server server) {
        return server.settings().get(PORT);
    }

    private static void said(Server server, String name, String value) {
        server.with(name, value).withEnvironment(name.replace('.', '_').toUpperCase(Locale.ROOT), value);
    }

    static boolean isOf(Server server) {
        return server.settings().containsKey(STORE);
    }

    /** For a product whose configuration knows no variables of the environment. */
    static List<String> options(Server server) {
        return server.settings().entrySet().stream()
                .filter(each -> each.getKey().matches("(https|javax)\\..*"))
                .map(each -> "-D" + each.getKey() + "=" + each.getValue())
                .toList();
    }

    /** What Payara Micro takes for it: the alias is the one of {@link Certificates}. */
    static List<String> payaraMicroOptions(Server server) {
        return List.of("--sslport", port(server), "--sslcert", alias(server));
    }

    /** Into the key store of a domain of GlassFish's, whose master password is the usual one. */
    static void importInto(Path config, Server server) {
        var store = server.settings().get(STORE);
        for (var name : List.of("keystore.p12", "keystore.jks"))
            if (Files.exists(config.resolve(name)))
                Certificates.copyKey(store, alias(server), config.resolve(name).toString(), "holdfast");
    }

    /** Into the trust store of such a domain. */
    static void trustIn(Path config, Server server) {
        for (var name : List.of("cacerts.p12", "cacerts.jks"))
            if (Files.exists(config.resolve(name)))
                Certificates.copyCertificate(
                        server.settings().get(STORE),
                        server.settings().get(TRUSTED),
                        config.resolve(name).toString());
    }

    private static String alias(Server server) {
        return Path.of(server.settings().get(STORE)).getFileName().toString().replace(".p12", "");
    }
}
