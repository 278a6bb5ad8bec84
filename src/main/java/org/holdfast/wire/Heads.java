package org.holdfast.wire;

/** The {@code heads} of protocol section 3.3, in the making. Each connection is sent its own, again and again: it has to be cheap. */
public final class Heads {
    private final StringBuilder data = new StringBuilder(96);
    private boolean isFirst = true;

    public Heads(long now) {
        data.append("{\"now\":").append(now).append(",\"heads\":{");
    }

    public void add(long log, long sequence) {
        if (!isFirst) data.append(',');
        isFirst = false;
        data.append('"').append(log).append("\":").append(sequence);
    }

    public String frame() {
        return Frames.frame("heads", data + "}}");
    }
}
