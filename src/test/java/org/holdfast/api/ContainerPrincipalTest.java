package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerPrincipalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=ann,OU=Sales,O=Example | ann",
                "cn=Ann \\\\, the first,O=Example | Ann , the first",
                "CN=nearest,OU=x,CN=farther | nearest",
                "O=Example,C=DE | ''",
                "no name | ''"
            })
    void aCertificateIsCalledByItsNearestCommonName(String distinguishedName, String name) {
        assertThat(ContainerPrincipal.commonName(distinguishedName)).isEqualTo(name);
    }
}
