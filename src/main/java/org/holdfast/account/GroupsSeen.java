package org.holdfast.account;

import java.util.Set;

/**
 * In which groups a person was found, at a sign-in or when their directory was asked.
 *
 * @param groups in their {@link ExternalPerson#normal} form
 */
public record GroupsSeen(Account account, Set<String> groups) {}
