/** How people show themselves to others: protocol section 6.11, seen by whoever may know of them. And when they want quiet, of which words they
 * want to be told, and as what they want to be seen: section 6.12. */
package org.holdfast.profile;
