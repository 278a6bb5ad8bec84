package org.holdfast.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.account.ExternalPerson;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Whom a proxy says that it signed in. Believed from the proxies that are listed: anybody can write a header. */
@ApplicationScoped
public class TrustedHeader {
    static final String SOURCE = "principal";

    private final Forwarded forwarded;
    private final String name;
    private final String groups;

    @Inject
    public TrustedHeader(Forwarded forwarded, Settings settings) {
        this(forwarded, settings.text(Setting.PRINCIPAL_HEADER), settings.text(Setting.PRINCIPAL_GROUPS));
    }

    TrustedHeader(Forwarded forwarded, String name, String groups) {
        this.forwarded = forwarded;
        this.name = name;
        this.groups = groups;
    }

    /** For the container's proxy. */
    protected TrustedHeader() {
        this(null, null, null);
    }

    boolean isUsed() {
        return !name.isEmpty();
    }

    /** Empty: it names nobody, or is not believed. */
    Optional<ExternalPerson> find(HttpServletRequest request) {
        if (!isUsed() || !forwarded.isByProxy(request)) return Optional.empty();
        List<String> named = values(request, name);
        // A proxy that adds its line to the one that came says nothing of who that is.
        return named.size() != 1 || named.get(0).isBlank()
                ? Optional.empty()
                : Optional.of(new ExternalPerson(SOURCE, null, named.get(0).strip(), "", groups(request)));
    }

    /** Whether somebody names a person who may not. */
    boolean isForged(HttpServletRequest request) {
        return isUsed() && request.getHeader(name) != null && find(request).isEmpty();
    }

    private Set<String> groups(HttpServletRequest request) {
        Stream<String> lines = groups.isEmpty() ? Stream.empty() : values(request, groups).stream();
        return ExternalPerson.normal(
                lines.flatMap(line -> Arrays.stream(line.split(","))).toList());
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .map(TrustedHeader::decoded)
                .toList();
    }

    /** Proxies write UTF-8; most servers read a character from each byte. */
    static String decoded(String text) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) return text;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException wasLatin) {
            return text;
        }
    }
}
