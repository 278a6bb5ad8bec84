package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.holdfast.account.ExternalPerson;

/** Whom something before us has signed in: a proxy, or the server that we run in. */
@ApplicationScoped
public class Principals {
    private final TrustedHeader header;
    private final ContainerPrincipal container;

    @Inject
    public Principals(TrustedHeader header, ContainerPrincipal container) {
        this.header = header;
        this.container = container;
    }

    /** For the container's proxy. */
    protected Principals() {
        this(null, null);
    }

    boolean isUsed() {
        return header.isUsed() || container.isUsed();
    }

    Optional<ExternalPerson> find(HttpServletRequest request) {
        return header.find(request).or(() -> container.find(request));
    }

    /** Whether somebody names a person who may not. */
    boolean isForged(HttpServletRequest request) {
        return header.isForged(request);
    }
}
