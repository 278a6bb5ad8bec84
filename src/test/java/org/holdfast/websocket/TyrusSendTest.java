package org.holdfast.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class TyrusSendTest {
    /** Of the version in Payara: where one of them has another name, all are sent texts, at twice the cost. */
    @Test
    void tyrusStillHasWhatIsCalledInsideIt() {
        assertThatCode(TyrusSend::lookUp).doesNotThrowAnyException();
    }

    @Test
    void aSessionOfAnotherServerIsSentTexts() {
        RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, null);
        assertThat(TyrusSend.of(proxy(Session.class, remote))).isNull();
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer));
    }
}
