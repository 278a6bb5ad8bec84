package org.holdfast.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.holdfast.command.Pace;
import org.holdfast.wire.Refusal;

/** Refuses with {@code rate_limited} what comes too fast. Whoever is not signed in is refused by the resource. */
@Paced
@Dependent
@Provider
public class PaceFilter implements ContainerRequestFilter {
    @Inject
    private CurrentLogin current;

    @Inject
    private Pace pace;

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            current.find().ifPresent(login -> pace.take(login.account().id()));
        } catch (Refusal tooFast) {
            request.abortWith(RefusalMapper.answer(tooFast));
        }
    }
}
