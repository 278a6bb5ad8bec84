package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The login cookie of a server whose public address is https, behind a proxy that ends TLS. */
class SecureCookieIT {
    private static Site server;

    @BeforeAll
    static void start() {
        server = Site.shared("secure-cookie")
                .with("holdfast.url", "https://chat.example/")
                .with("holdfast.origins", "https://chat.example")
                // Nobody answers there, which is enough to see the cookie.
                .with("holdfast.oidc.issuer", "http://127.0.0.1:1/")
                .with("holdfast.oidc.client.id", "holdfast")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void onlyThisHostCanSetItOverHttps() {
        var signedUp = Person.stranger(server.uri())
                .post("api/accounts", "{\"name\":\"ann\",\"password\":\"a long enough secret\"}")
                .expect(201);
        var cookie = signedUp.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie.split("; ?"))
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .anyMatch(part -> part.startsWith("__Host-holdfast="))
                .noneMatch(part -> part.startsWith("Domain"));
        var shown = cookie.split(";")[0];
        asked(shown).expect(200);
        asked(shown.replace("__Host-", "")).expect(401);
    }

    /** A planted one would sign its victim in as somebody else. */
    @Test
    void soIsTheCookieOfWhoSignsInAtAProvider() {
        var cookie = Person.stranger(server.uri())
                .get("api/oidc/login")
                .expect(303)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(cookie.split("; ?"))
                .contains("Path=/", "Secure", "HttpOnly")
                .anyMatch(part -> part.startsWith("__Host-holdfast-sign-in="));
    }

    private static Answer asked(String cookie) {
        return Person.signedIn(server.uri(), "ann", "0", cookie).get("api/session");
    }
}
