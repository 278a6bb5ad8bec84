/** What a client may ask: protocol section 4. One path for all transports: parse, authorise, carry out. */
package org.holdfast.command;
