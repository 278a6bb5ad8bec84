package org.holdfast.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "plan.pdf, plan.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\ada\\plan.pdf, plan.pdf",
        ".., file",
        "a/, file",
        "/, file",
        "预算 2027.xlsx, 预算 2027.xlsx",
        "%2e%2e%2fx, %2e%2e%2fx",
    })
    void aNameIsWhatComesAfterTheLastSlash(String given, String name) {
        assertThat(FileName.of(given).text()).isEqualTo(name);
    }

    @Test
    void whatIsNotSeenIsLeftOut() {
        assertThat(FileName.of("a\0b\r\nc.txt").text()).isEqualTo("abc.txt");
        assertThat(FileName.of("photo\u202egpj.exe").text()).isEqualTo("photogpj.exe");
        assertThat(FileName.of("\ud83d lone\ud83d\ude00.png").text()).isEqualTo("lone\ud83d\ude00.png");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileName.of("x".repeat(300) + ".tar.gz").text()).hasSize(200).endsWith("xx.gz");
        assertThat(FileName.of("\ud83d\ude00".repeat(150)).text()).hasSize(200).doesNotContain("?");
        assertThat(FileName.of("x" + "\ud83d\ude00".repeat(150)).text()).hasSize(199);
    }

    @Test
    void anEndingMayClaimAnImage() {
        assertThat(FileName.of("a.PNG").claimsImage()).isTrue();
        assertThat(FileName.of("png").claimsImage()).isFalse();
        assertThat(FileName.of("a.png.exe").claimsImage()).isFalse();
    }
}
