package org.holdfast.lab;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.File;

/** An application that does not come up when it is deployed for the first time: what remembers that is its data's folder. */
@WebListener
public class UpTheSecondTime implements ServletContextListener {
    static final String NOT_YET = "It does not come up yet";

    @Override
    public void contextInitialized(ServletContextEvent started) {
        if (new File(System.getProperty("holdfast.data")).mkdir()) throw new IllegalStateException(NOT_YET);
    }
}
