/**
 * The test laboratory: real servers, real lines that break, real clients and browsers, and the oracle that judges what they saw.
 *
 * <p>Nothing here knows the program from the inside. {@link org.holdfast.lab.ChatClient} is written from the protocol document alone, so
 * that a mistake in the program cannot hide in its own test client.
 */
package org.holdfast.lab;
