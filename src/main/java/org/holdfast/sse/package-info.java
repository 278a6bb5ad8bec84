/** Server-sent events: the notices that tell clients when to come back. */
package org.holdfast.sse;
