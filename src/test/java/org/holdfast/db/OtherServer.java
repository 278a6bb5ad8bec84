package org.holdfast.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2 as a second application would load it, on the database of a folder: nothing shared but the file. */
record OtherServer(URLClassLoader classes, Connection held) implements AutoCloseable {
    static OtherServer on(Path folder) throws ReflectiveOperationException, SQLException {
        URL jar = JdbcDataSource.class.getProtectionDomain().getCodeSource().getLocation();
        URLClassLoader classes = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        Class<?> second = classes.loadClass(JdbcDataSource.class.getName());
        assertThat(second).as("a second H2").isNotEqualTo(JdbcDataSource.class);
        DataSource source = (DataSource) second.getConstructor().newInstance();
        second.getMethod("setURL", String.class).invoke(source, "jdbc:h2:file:" + folder.resolve("holdfast"));
        Connection held = source.getConnection("holdfast", "");
        assertThat(held.isValid(1)).isTrue();
        return new OtherServer(classes, held);
    }

    @Override
    public void close() throws IOException, SQLException {
        held.close();
        classes.close();
    }
}
