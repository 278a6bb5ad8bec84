/**
 * What an operator can set: the catalogue ({@link org.holdfast.settings.Setting}) and the effective values
 * ({@link org.holdfast.settings.Settings}). Nothing is read from anywhere else, and nothing is read later than at start.
 */
package org.holdfast.settings;
