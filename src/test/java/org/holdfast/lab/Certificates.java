package org.holdfast.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys and certificates of a company, for a day: made by the JDK's own keytool. */
final class Certificates {
    static final String SECRET = "changeit";

    private final Path folder;

    Certificates(String name) {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "lab")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key, and a certificate that it signs itself, with an address that it may be at. */
    Certificates add(String store, String distinguishedName) {
        keytool(
                "-genkeypair",
                "-alias",
                store,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "1",
                "-dname",
                distinguishedName,
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file(store));
        return this;
    }

    /** Has one store believe another's certificate. */
    Certificates trust(String store, String other) {
        var certificate = folder.resolve(other + ".cer").toString();
        keytool("-exportcert", "-alias", other, "-file", certificate, "-keystore", file(other));
        keytool("-importcert", "-noprompt", "-alias", other, "-file", certificate, "-keystore", file(store));
        return this;
    }

    String file(String store) {
        return folder.resolve(store + ".p12").toAbsolutePath().toString();
    }

    /** A client that shows what it has, and believes what it trusts. */
    HttpClient client(String store) {
        try (InputStream content = Files.newInputStream(Path.of(file(store)))) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(content, SECRET.toCharArray());
            var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            shown.init(keys, SECRET.toCharArray());
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(keys);
            var context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(context)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both stores have the same password. */
    static void copyKey(String from, String alias, String to, String newAlias) {
        run(
                "-importkeystore",
                "-noprompt",
                "-srckeystore",
                from,
                "-srcalias",
                alias,
                "-srcstorepass",
                SECRET,
                "-destkeystore",
                to,
                "-destalias",
                newAlias,
                "-deststorepass",
                SECRET,
                "-destkeypass",
                SECRET);
    }

    /** So that the other store believes it. */
    static void copyCertificate(String from, String alias, String to) {
        var certificate = from + "." + alias + ".cer";
        run("-exportcert", "-alias", alias, "-file", certificate, "-keystore", from, "-storepass", SECRET);
        run("-importcert", "-noprompt", "-alias", alias, "-file", certificate, "-keystore", to, "-storepass", SECRET);
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", SECRET));
        run(command.toArray(String[]::new));
    }

    private static void run(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        try {
            var made = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(made.getInputStream().readAllBytes());
            if (made.waitFor() != 0) throw new IllegalStateException(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
