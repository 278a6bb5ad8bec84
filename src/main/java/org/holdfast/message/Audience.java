package org.holdfast.message;

import java.util.function.LongPredicate;

/**
 * Whom one may call at once.
 *
 * @param most in rooms of more people only those who moderate them do; 0: everybody does
 * @param isOnline whether an account is here now
 */
record Audience(int most, LongPredicate isOnline) {}
