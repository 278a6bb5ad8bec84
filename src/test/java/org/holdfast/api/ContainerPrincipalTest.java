package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Map;
import org.holdfast.account.ExternalPerson;
import org.holdfast.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerPrincipalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=ann,OU=Sales,O=Example | ann",
                "cn=Ann\\, the first,O=Example | Ann, the first",
                "CN=nearest,OU=x,CN=farther | nearest",
                "O=Example,C=DE | ''",
                "no name | ''"
            })
    void aCertificateIsCalledByItsNearestCommonName(String distinguishedName, String name) {
        assertThat(ContainerPrincipal.commonName(distinguishedName)).isEqualTo(name);
    }

    /** What a valve of the server leaves there; no server of these tests has one. */
    @Test
    void whomTheServerKnowsIsFoundWhereItIsBelieved() {
        var request = request(() -> "ann@EXAMPLE");
        var used = new ContainerPrincipal(Settings.of(Map.of("holdfast.principal", "container")));
        assertThat(used.find(request)).map(ExternalPerson::name).contains("ann@EXAMPLE");
        assertThat(used.find(request(null))).as("whom it does not know").isEmpty();
        assertThat(new ContainerPrincipal(Settings.of(Map.of())).find(request)).isEmpty();
    }

    private static HttpServletRequest request(Principal principal) {
        InvocationHandler answers = (proxy, method, arguments) -> switch (method.getName()) {
            case "getUserPrincipal" -> principal;
            case "getAttribute" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        };
        return (HttpServletRequest) Proxy.newProxyInstance(
                ContainerPrincipalTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, answers);
    }
}
