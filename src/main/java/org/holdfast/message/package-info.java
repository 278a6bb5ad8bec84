/** What people post. */
package org.holdfast.message;
