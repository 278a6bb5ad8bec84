package org.holdfast.account;

/**
 * What is to be changed of an account.
 *
 * @param role null: stays
 * @param disabled null: stays
 */
public record AccountUpdate(Role role, Boolean disabled) {}
