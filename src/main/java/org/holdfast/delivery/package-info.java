/**
 * Delivery by position. A {@link org.holdfast.delivery.Connection} has no queue of events: a {@link org.holdfast.delivery.Subscriber}
 * knows how far it was sent each log, and sends what the logs have beyond. Replay and live delivery are one path.
 */
package org.holdfast.delivery;
