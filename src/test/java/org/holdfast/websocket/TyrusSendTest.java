package org.holdfast.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class TyrusSendTest {
    private final ClassLoader own = Thread.currentThread().getContextClassLoader();

    @Test
    void theThreadHasItsOwnLoaderAgainAfterwards() {
        TyrusSend.with(
                () -> assertThat(Thread.currentThread().getContextClassLoader()).isNotSameAs(own));
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
        assertThatThrownBy(() -> TyrusSend.with(() -> {
                    throw new IllegalStateException("closed");
                }))
                .hasMessage("closed");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
    }

    @Test
    void aSearchDuringTheSendFindsNothingOnTheClassPath() {
        assertThat(found()).as("premise").isTrue();
        TyrusSend.with(() -> assertThat(found()).isFalse());
    }

    private static boolean found() {
        try {
            String name = "META-INF/services/" + org.junit.platform.engine.TestEngine.class.getName();
            return Thread.currentThread()
                    .getContextClassLoader()
                    .getResources(name)
                    .hasMoreElements();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
