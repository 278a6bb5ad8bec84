/** Signing in at an identity provider: OpenID Connect Core 1.0, the authorisation code with PKCE (RFC 7636). */
package org.holdfast.oidc;
