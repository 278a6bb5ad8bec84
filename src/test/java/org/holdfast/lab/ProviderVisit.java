package org.holdfast.lab;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a page, which goes to the provider, signs in there, and comes back. */
final class ProviderVisit {
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final URI house;
    /** By where they come from. Kept by hand: on this machine the provider has a browser keep secure ones without TLS. */
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    ProviderVisit(URI house) {
        this.house = house;
    }

    /** All the way. */
    Answer signIn(String name, String password) {
        return get(comeBack(name, password));
    }

    /** @return where the provider sends it back to */
    URI comeBack(String name, String password) {
        var form = FORM.matcher(get(begin()).expect(200).text());
        if (!form.find()) throw new AssertionError("The provider shows no form");
        var filled = Keycloak.form(Map.of("username", name, "password", password));
        var request = HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(filled));
        return next(answer(request).expect(302));
    }

    /** @return where the house sends it */
    URI begin() {
        return next(get(house.resolve("api/oidc/login")).expect(303));
    }

    /** What tells this browser from others, while it has it. */
    String attempt() {
        return "holdfast-sign-in=" + cookies.get(house.getAuthority()).get("holdfast-sign-in");
    }

    Answer get(URI uri) {
        return answer(request(uri));
    }

    static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri);
    }

    static URI next(Answer answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private Answer answer(HttpRequest.Builder request) {
        var origin = request.build().uri().getAuthority();
        var kept = cookies.computeIfAbsent(origin, anew -> new HashMap<>());
        if (!kept.isEmpty())
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        var answer = Http.answer(request.build());
        answer.headers().allValues("Set-Cookie").stream().map(HttpCookie::parse).forEach(all -> keep(kept, all.get(0)));
        return answer;
    }

    private static void keep(Map<String, String> kept, HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) kept.remove(cookie.getName());
        else kept.put(cookie.getName(), cookie.getValue());
    }
}
