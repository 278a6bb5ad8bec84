/** The wire of {@code src/docs/protocol-v1.md}: frames, codes and the checks on what comes in. Knows no transport. */
package org.holdfast.wire;
