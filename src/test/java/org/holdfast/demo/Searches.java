package org.holdfast.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What people look for: words of the talk, alone, together, in a row, unfinished, and narrowed down. */
final class Searches {
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "zh", "ja", "ar");
    private static final List<String> NARROWED = List.of(
            "%s",
            "%s %s",
            "%s from:ben",
            "%s in:Everyone",
            "%s has:link",
            "%s has:file",
            "%s after:2026-06-01",
            "%s before:2026-06-01");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String cookies;
    private int found;

    Searches(URI base, String cookies) {
        this.base = base;
        this.cookies = cookies;
    }

    /** @param seed others for each */
    static List<String> varied(int count, long seed) {
        Random random = new Random(seed);
        List<String> words = LANGUAGES.stream()
                .flatMap(language ->
                        Script.of(language).words().values().stream().flatMap(List::stream))
                .toList();
        return IntStream.range(0, count)
                .mapToObj(n -> asked(n, any(words, random), any(words, random)))
                .toList();
    }

    private static String asked(int n, String some, String more) {
        if (n % 7 == 0) return '"' + some + '"';
        if (n % 7 == 1) return some.substring(0, Math.min(3, some.length()));
        return NARROWED.get(n % NARROWED.size()).formatted(longest(some), longest(more));
    }

    private static String longest(String words) {
        return Arrays.stream(words.split(" "))
                .max((a, b) -> a.length() - b.length())
                .orElseThrow();
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    /** The index is made after the start. */
    boolean areWhole() {
        return !answer("the").toString().contains("\"complete\":false");
    }

    int found() {
        return found;
    }

    double millis(String asked) {
        long began = System.nanoTime();
        JsonObject answer = answer(asked);
        double millis = (System.nanoTime() - began) / 1_000_000.0;
        found += answer.getJsonArray("hits").size();
        return millis;
    }

    private JsonObject answer(String asked) {
        URI uri = base.resolve("api/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Cookie", cookies).build();
        try {
            String body = client.send(request, BodyHandlers.ofString()).body();
            return Json.createReader(new StringReader(body)).readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
