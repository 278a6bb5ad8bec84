package org.holdfast.command;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.holdfast.delivery.Caller;
import org.holdfast.faults.Point;
import org.holdfast.faults.Taps;
import org.holdfast.wire.Fields;

/** A {@code hello} with a point before its answer and one after. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
public class TappedCommands implements Command {
    private final Command command;
    private final Taps taps;

    @Inject
    TappedCommands(@Delegate @Any Command command, Taps taps) {
        this.command = command;
        this.taps = taps;
    }

    @Override
    public String type() {
        return command.type();
    }

    @Override
    public void carryOut(Caller sender, Fields data) {
        var isHello = type().equals("hello");
        if (isHello) taps.reach(Point.HELLO);
        command.carryOut(sender, data);
        if (isHello) taps.reach(Point.RESUME);
    }
}
