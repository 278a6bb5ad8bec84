/** How people show themselves to others: protocol section 6.11. Whoever may know of a person may see it. */
package org.holdfast.profile;
