/** How people show themselves to others: protocol section 6.11, seen by whoever may know of them. And when they want quiet: section 6.12. */
package org.holdfast.profile;
