/** The HTTP API of protocol section 6, and who may use it: sign-in, origins, security headers, errors as JSON. */
package org.holdfast.api;
