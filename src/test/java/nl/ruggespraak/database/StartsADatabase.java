package nl.ruggespraak.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application that keeps something in its embedded database, says so, and waits to be killed. */
final class StartsADatabase {

    private StartsADatabase() {}

    public static void main(String[] arguments) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
        JdbcClient jdbc =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        jdbc.sql("create table kept (id int)").update();
        jdbc.sql("insert into kept values (7)").update();
        System.out.println("kept");
        Thread.currentThread().join();
    }
}
