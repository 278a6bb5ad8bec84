package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.account.Scope;
import org.holdfast.wire.Code;
import org.junit.jupiter.api.Test;

/** The OpenAPI description is of this server: no route without, nothing described that there is not. */
class DescribedTest {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    /** A page asks for them without a login, which is decided by who asks. */
    private static final Set<String> BY_WHO_ASKS =
            Set.of("GET api/streams", "GET api/streams/{topic}", "GET sse/streams/*");

    @Test
    void eachRouteIsDescribedAndNothingElse() {
        var routes = new Routes()
                .all().stream()
                        .filter(route -> !route.startsWith("WS ") && !route.startsWith("command "))
                        .collect(Collectors.toSet());
        assertThat(Described.operations().keySet())
                .as("described, and what the classes of the server answer")
                .containsExactlyInAnyOrderElementsOf(routes)
                .hasSizeGreaterThan(60);
    }

    @Test
    void theNamesInAPathAreItsParameters() {
        assertThat(Described.operations()).allSatisfy((route, operation) -> {
            var wanted = NAME.matcher(route.replace("*", "{topic}"))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(inPath(operation)).as(route).containsExactlyElementsOf(wanted);
        });
    }

    private static List<String> inPath(JsonObject operation) {
        var parameters = operation.getJsonArray("parameters");
        if (parameters == null) return List.of();
        return parameters.getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("in").equals("path"))
                .map(each -> each.getString("name"))
                .toList();
    }

    @Test
    void theCodesAreThoseOfTheServer() {
        assertThat(Described.codes())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Code.values()).map(Code::wireName).toList());
    }

    @Test
    void eachRefusalHasCodesAndTheirStatus() {
        var seen = new HashSet<String>();
        Described.operations()
                .forEach((route, operation) -> operation
                        .getJsonObject("responses")
                        .keySet()
                        .forEach(status -> Described.answer(operation, status)
                                .getOrDefault("x-codes", Json.strings(List.of()))
                                .asJsonArray()
                                .getValuesAs(JsonString.class)
                                .forEach(code -> {
                                    seen.add(code.getString());
                                    assertThat(statusOf(code.getString()))
                                            .as("%s: %s", route, code)
                                            .isEqualTo(Integer.valueOf(status));
                                })));
        assertThat(seen).contains("bad_field", "login_required", "forbidden", "not_found", "busy");
    }

    private static int statusOf(String code) {
        return Code.valueOf(code.toUpperCase(Locale.ROOT)).status();
    }

    @Test
    void whatWantsALoginSaysSo() {
        var decided = Decisions.ofTheSite().stream()
                .filter(cell -> cell.role().equals("nobody"))
                .filter(cell -> Described.operations().containsKey(cell.asked()) && !BY_WHO_ASKS.contains(cell.asked()))
                .toList();
        assertThat(decided)
                .hasSizeGreaterThan(40)
                .allSatisfy(cell -> assertThat(Described.operations()
                                .get(cell.asked())
                                .getJsonArray("security")
                                .isEmpty())
                        .as(cell.asked())
                        .isEqualTo(cell.answer() != 401));
    }

    @Test
    void theScopesAreThoseThatTheServerAsksFor() {
        var needs = new Routes().needs();
        assertThat(Described.operations()).allSatisfy((route, operation) -> {
            var usual = route.startsWith("GET ") ? Scope.READ : Scope.WRITE;
            var needed = needs.getOrDefault(route, usual);
            var wanted = needed == Scope.PERSON ? List.of() : List.of(needed.wireName());
            if (isForAll(operation) || route.contains("sse/")) return;
            if (needed != usual || !scopes(operation).equals(List.of("admin")))
                assertThat(scopes(operation)).as(route).isEqualTo(wanted);
        });
    }

    private static boolean isForAll(JsonObject operation) {
        var security = operation.getJsonArray("security");
        return security.isEmpty() || security.getJsonObject(0).isEmpty();
    }

    private static List<String> scopes(JsonObject operation) {
        return operation.getJsonArray("security").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.containsKey("token"))
                .flatMap(each -> each.getJsonArray("token").getValuesAs(JsonString.class).stream())
                .map(JsonString::getString)
                .toList();
    }

    @Test
    void whatIsForAdministratorsWantsTheirScopeOrThePerson() {
        var decided = Decisions.ofTheSite().stream()
                .filter(cell -> cell.role().equals("member") && cell.answer() == 403)
                .filter(cell -> Described.operations().containsKey(cell.asked()))
                .toList();
        assertThat(decided)
                .hasSizeGreaterThan(10)
                .allSatisfy(cell -> assertThat(Described.operations()
                                .get(cell.asked())
                                .getJsonArray("security")
                                .toString())
                        .as(cell.asked())
                        .doesNotContain("\"read\"", "\"write\""));
    }
}
