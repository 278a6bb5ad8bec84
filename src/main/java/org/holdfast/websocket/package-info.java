/** The WebSocket transport. The endpoints decide nothing. */
package org.holdfast.websocket;
