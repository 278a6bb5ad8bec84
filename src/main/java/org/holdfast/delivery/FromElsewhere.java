package org.holdfast.delivery;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;

/** Of an event: it happened at another node, which has told so. Whoever observes all of its kind hears of it, too. */
@Qualifier
@Retention(RUNTIME)
@interface FromElsewhere {
    /** The annotation itself. */
    final class Literal extends AnnotationLiteral<FromElsewhere> implements FromElsewhere {
        static final Literal INSTANCE = new Literal();
        private static final long serialVersionUID = 1;
    }
}
