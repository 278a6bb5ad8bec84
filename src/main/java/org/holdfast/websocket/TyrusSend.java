package org.holdfast.websocket;

import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.glassfish.tyrus.core.ProtocolHandler;
import org.glassfish.tyrus.core.TyrusRemoteEndpoint;
import org.glassfish.tyrus.core.TyrusWebSocket;
import org.glassfish.tyrus.core.frame.Frame;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.WriterInfo;
import org.glassfish.tyrus.spi.WriterInfo.MessageType;
import org.glassfish.tyrus.spi.WriterInfo.RemoteEndpointType;

/**
 * Writes frames that are made already, on Tyrus (Payara, GlassFish). Its own {@code sendText} encodes the text anew for each peer, and
 * restarts an idle timer, even when there is none, by a task of a managed executor: together more than a third of what a send costs. Called
 * here is what its broadcast calls, which does not tell when it is done. A Tyrus that has it no longer is sent texts, as other servers are.
 */
final class TyrusSend {
    private static final Logger LOG = System.getLogger(TyrusSend.class.getName());
    private static final WriterInfo TEXT = new WriterInfo(MessageType.TEXT, RemoteEndpointType.BROADCAST);

    private final TyrusWebSocket socket;
    private final ProtocolHandler protocol;

    private TyrusSend(TyrusWebSocket socket, ProtocolHandler protocol) {
        this.socket = socket;
        this.protocol = protocol;
    }

    /** @return null: this is not Tyrus, or not as it was */
    static TyrusSend of(Session session) {
        try {
            if (!(session.getAsyncRemote() instanceof TyrusRemoteEndpoint remote)) return null;
            TyrusWebSocket socket = (TyrusWebSocket) Inside.SOCKET.get(remote);
            return new TyrusSend(socket, (ProtocolHandler) Inside.PROTOCOL.get(socket));
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Level.DEBUG, () -> "Texts are sent as the standard says: " + e);
            return null;
        }
    }

    /** Fails as a class does that can't be linked, when Tyrus is not as it was. */
    static void lookUp() throws IllegalAccessException {
        MethodHandles.lookup().ensureInitialized(Inside.class);
    }

    void send(byte[] frame, Consumer<Throwable> sent) {
        if (!socket.isConnected()) {
            sent.accept(new IOException("The connection is closed"));
            return;
        }
        CompletionHandler<Frame> told = new Sent(sent);
        try {
            Inside.WRITE.invokeExact(protocol, ByteBuffer.wrap(frame), told, TEXT, true);
        } catch (Throwable e) {
            told.failed(e);
        }
    }

    /** Tells once: Tyrus calls a write failed, too, when what follows its completion fails. */
    private static final class Sent extends CompletionHandler<Frame> {
        private Consumer<Throwable> sent;

        Sent(Consumer<Throwable> sent) {
            this.sent = sent;
        }

        @Override
        public void completed(Frame frame) {
            tell(null);
        }

        @Override
        public void failed(Throwable error) {
            tell(error);
        }

        @Override
        public void cancelled() {
            tell(new IOException("The send was cancelled"));
        }

        /** By one thread: Tyrus holds the connection's lock. */
        private void tell(Throwable error) {
            Consumer<Throwable> once = sent;
            sent = null;
            if (once != null) once.accept(error);
        }
    }

    /** What is not public. Looked up with the first session of a Tyrus. */
    private static final class Inside {
        static final Field SOCKET = field(TyrusRemoteEndpoint.class, "webSocket");
        static final Field PROTOCOL = field(TyrusWebSocket.class, "protocolHandler");
        static final MethodHandle WRITE = write();

        private static Field field(Class<?> owner, String name) {
            try {
                Field field = owner.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException e) {
                throw new NoSuchFieldError(owner.getName() + "." + name);
            }
        }

        private static MethodHandle write() {
            try {
                Method method = ProtocolHandler.class.getDeclaredMethod(
                        "write", ByteBuffer.class, CompletionHandler.class, WriterInfo.class, boolean.class);
                method.setAccessible(true);
                MethodHandle handle = MethodHandles.lookup().unreflect(method);
                return handle.asType(handle.type().changeReturnType(void.class));
            } catch (ReflectiveOperationException e) {
                throw new NoSuchMethodError("ProtocolHandler.write");
            }
        }
    }
}
