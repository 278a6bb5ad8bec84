/** Intranet chat whose connection never loses a message. */
package org.holdfast;
