package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.FrameReader;
import org.holdfast.wire.Refusal;

/**
 * The request's body, mostly JSON, of no more bytes than a message may have. Read here and not by a reader of JAX-RS:
 * Jersey gives every JSON body to JSON-B first, whoever else offers to read it.
 */
@RequestScoped
public class JsonBody {

    @Inject
    private HttpServletRequest request;

    @Inject
    private SlowBodies bodies;

    @Inject
    private Settings settings;

    /** Refuses with {@code bad_frame}. */
    public Fields fields() {
        return FrameReader.readObject(text());
    }

    /** As it came. Refuses with {@code bad_frame}. */
    public String text() {
        return text(bytes());
    }

    /** Whatever they are. Refuses with {@code bad_frame} when they are too many. */
    public byte[] bytes() {
        int most = settings.number(Setting.MESSAGE_BYTES);
        try {
            byte[] bytes = bodies.read(request, most + 1);
            if (bytes.length > most) {
                throw new Refusal(Code.BAD_FRAME, "The body has more than " + most + " bytes.");
            }
            return bytes;
        } catch (IOException cut) {
            // Nobody's fault here: no trace in the log for whoever hangs up.
            throw new Refusal(Code.BAD_FRAME, "The body did not come.");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException undecodable) {
            throw new Refusal(Code.BAD_FRAME, "The body is not UTF-8.");
        }
    }
}
