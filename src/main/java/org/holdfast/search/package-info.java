/** Finds messages. The index is one more reader of the logs: it has a position in each, and whatever becomes of it can be read again. */
package org.holdfast.search;
