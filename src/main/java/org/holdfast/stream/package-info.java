/**
 * Event streams for other programs: {@code src/docs/streams.md}. A {@link org.holdfast.stream.Topic} is a log of its own; who holds a
 * {@link org.holdfast.stream.TopicToken} publishes, {@link org.holdfast.stream.TopicAccess} decides.
 */
package org.holdfast.stream;
