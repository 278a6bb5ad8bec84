/** Server-sent events: the chat as a stream, and the notices that tell clients when to come back. */
package org.holdfast.sse;
