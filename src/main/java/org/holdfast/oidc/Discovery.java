package org.holdfast.oidc;

import java.net.URI;
import java.time.Duration;

/** Where the provider is asked what; what it said is believed for some minutes. */
final class Discovery {
    /** @param readAt nanoseconds */
    private record Found(Provider provider, Tokens tokens, long readAt) {}

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final long BELIEVED_NANOS = Duration.ofMinutes(10).toNanos();

    private final Line line;
    private final String issuer;
    private final String clientId;

    /** Read without a lock, replaced as a whole. */
    private volatile Found found;

    Discovery(Line line, String issuer, String clientId) {
        this.line = line;
        this.issuer = issuer;
        this.clientId = clientId;
    }

    Provider provider() throws Unanswered {
        return found().provider();
    }

    Tokens tokens() throws Unanswered {
        return found().tokens();
    }

    private Found found() throws Unanswered {
        Found known = found;
        if (known != null && System.nanoTime() - known.readAt() < BELIEVED_NANOS) return known;
        Found read = read(known);
        found = read;
        return read;
    }

    /** Its keys are kept when they are where they were: they have a rhythm of their own. */
    private Found read(Found before) throws Unanswered {
        try {
            Provider provider = Provider.of(line.get(document(), ""), issuer);
            boolean isSame = before != null && before.provider().keys().equals(provider.keys());
            Tokens tokens = isSame
                    ? before.tokens()
                    : new Tokens(provider.keysUrl(), line.retriever(), new Tokens.Expected(issuer, clientId));
            return new Found(provider, tokens, System.nanoTime());
        } catch (Unbelievable | ClassCastException | IllegalArgumentException strange) {
            throw new Unanswered(document() + " is no provider's: " + strange, strange);
        }
    }

    private URI document() {
        return URI.create((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DOCUMENT);
    }
}
