/** Who did what to whom, from where: for administrators. */
package org.holdfast.audit;
