package org.holdfast.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedTest {
    private final Forwarded forwarded = new Forwarded(List.of("10.0.0.1", "10.0.0.2"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1    | 192.0.2.7                  | 192.0.2.7",
                "10.0.0.1    | 6.6.6.6, 192.0.2.7         | 192.0.2.7",
                "10.0.0.1    | 6.6.6.6,192.0.2.7,10.0.0.2 | 192.0.2.7",
                "10.0.0.1    | 10.0.0.2                   | 10.0.0.1",
                "10.0.0.1    |                            | 10.0.0.1",
                "192.0.2.7   | 6.6.6.6                    | 192.0.2.7",
            })
    void aHeaderIsBelievedAsFarAsItComesFromAListedProxy(String peer, String header, String address) {
        assertThat(forwarded.address(peer, header)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, https, https", "10.0.0.1, ftp, http", "10.0.0.1, , http", "192.0.2.7, https, http"})
    void soIsTheScheme(String peer, String header, String scheme) {
        assertThat(forwarded.scheme(peer, "http", header)).isEqualTo(scheme);
    }
}
