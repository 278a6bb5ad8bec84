package org.holdfast;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the protocol demands and this test holds, each as its section and some words after the MUST: {@code "3.2: drop an event"}. A test in
 * JavaScript has the same in a line of its own above it, {@code // Holds 3.2: drop an event}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Holds {
    String[] value();
}
