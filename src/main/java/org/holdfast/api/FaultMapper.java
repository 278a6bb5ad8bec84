package org.holdfast.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Whatever nobody foresaw. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable fault) {
        // Some servers wrap what a resource throws (EJB, interceptors): the refusal inside is still one.
        return fault.getCause() instanceof Refusal refusal
                ? RefusalMapper.answer(refusal)
                : Fault.answer(fault, Code.INTERNAL.status());
    }
}
