package org.holdfast.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.holdfast.account.Scope;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Refuses with {@code forbidden} what a token's scope does not cover. Whoever is not signed in is refused by the resource. */
@Dependent
@Provider
public class ScopeFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private CurrentLogin current;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Scope needed = needed(resource.getResourceClass().getAnnotation(Needs.class), request.getMethod());
        boolean is = current.find().map(login -> login.scope().covers(needed)).orElse(true);
        if (!is) request.abortWith(RefusalMapper.answer(refusal(needed)));
    }

    private static Scope needed(Needs said, String method) {
        if (said != null) return said.value();
        return SAFE.contains(method) ? Scope.READ : Scope.WRITE;
    }

    private static Refusal refusal(Scope needed) {
        return new Refusal(
                Code.FORBIDDEN,
                needed == Scope.PERSON
                        ? "Only who is signed in may do this, not a token."
                        : "This token's scope does not cover " + needed.wireName() + ".");
    }
}
