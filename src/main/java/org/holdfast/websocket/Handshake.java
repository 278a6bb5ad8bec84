package org.holdfast.websocket;

import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.account.Login;
import org.holdfast.account.Logins;

/** Keeps what the opening request said for the endpoint, which sees no request. The properties are a copy for each connection. */
public class Handshake extends ServerEndpointConfig.Configurator {
    private static final String COOKIES = "org.holdfast.cookies";
    private static final String AUTHORIZATION = "org.holdfast.authorization";

    private static final String PROTOCOL = "holdfast";
    private static final String TICKET = "ticket.";

    private final Map<Class<?>, Object> endpoints = new ConcurrentHashMap<>();

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        List<String> cookies = request.getHeaders().getOrDefault("Cookie", List.of());
        config.getUserProperties().put(COOKIES, String.join("; ", cookies));
        List<String> authorization = request.getHeaders().getOrDefault("Authorization", List.of());
        config.getUserProperties()
                .put(AUTHORIZATION, ticket(request).map(Logins::showing).orElse(String.join(", ", authorization)));
    }

    /** A browser's WebSocket can set no header but this one, which is meant for the names of protocols. */
    private static Optional<String> ticket(HandshakeRequest request) {
        return request.getHeaders().getOrDefault("Sec-WebSocket-Protocol", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(protocol -> protocol.startsWith(TICKET))
                .map(protocol -> protocol.substring(TICKET.length()))
                .findFirst();
    }

    /** Of what is offered, the one that is a protocol: a ticket is not said aloud again. */
    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        return requested.contains(PROTOCOL) ? PROTOCOL : "";
    }

    /** One for all peers: an endpoint keeps nothing, and to make one anew costs a container a twentieth of a handshake. */
    @Override
    public <T> T getEndpointInstance(Class<T> type) throws InstantiationException {
        Object endpoint = endpoints.get(type);
        if (endpoint == null) {
            T made = super.getEndpointInstance(type);
            endpoint = Objects.requireNonNullElse(endpoints.putIfAbsent(type, made), made);
        }
        return type.cast(endpoint);
    }

    /**
     * None, whatever is offered. permessage-deflate costs each connection an inflater and a deflater outside the heap (Tomcat, Jetty), and
     * compressing secrets together with what others write lets them be guessed.
     */
    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }

    /** Liveness is ours: the container's idle timer is put off by our own sends. Tyrus makes a task for a timer that is off, too. */
    static void endIdleTimeout(Session session) {
        if (session.getMaxIdleTimeout() > 0) session.setMaxIdleTimeout(0);
    }

    static Optional<Login> login(Logins logins, Session session) {
        Map<String, Object> properties = session.getUserProperties();
        return logins.from(cookies(properties), authorization(properties));
    }

    /** The {@code Authorization} header of the handshake; empty: it had none. */
    static String authorization(Map<String, Object> userProperties) {
        return String.valueOf(userProperties.getOrDefault(AUTHORIZATION, ""));
    }

    /** The {@code Cookie} header of the handshake; empty: it had none. */
    private static String cookies(Map<String, Object> userProperties) {
        return String.valueOf(userProperties.getOrDefault(COOKIES, ""));
    }
}
