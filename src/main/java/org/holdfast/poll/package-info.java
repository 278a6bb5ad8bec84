/** Long and short polls: the chat for whoever can keep nothing open. */
package org.holdfast.poll;
