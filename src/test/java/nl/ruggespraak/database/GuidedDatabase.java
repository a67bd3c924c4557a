package nl.ruggespraak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of somebody's own, set up with the very statements that the operations guide gives, under a name of its own. */
public enum GuidedDatabase {
    /** One role, {@code ruggespraak}, that owns the database. */
    ONE_ROLE("## The database user"),

    /** The same, of an installation whose engine once made its tables in the schema that is named as the role. */
    ONE_ROLE_OF_YESTERDAY("## The database user"),

    /** A role that owns our tables, and {@code ruggespraak}, which works with them. */
    OWNER_AND_WORKER("### An owner and a worker");

    public static final String PASSWORD = "Ruggespraak-1";

    private static final Path GUIDE = Path.of("src/docs/operations.md");
    private static final Pattern STATEMENTS = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROLE = Pattern.compile("create role (\\w+) .*", Pattern.DOTALL);

    private final String heading;

    GuidedDatabase(String heading) {
        this.heading = heading;
    }

    /** Makes a new one and returns its JDBC address. */
    public String make() {
        String anywhere = TestPostgres.freshDatabase();
        String address = anywhere + "_own";
        String name = address.substring(address.lastIndexOf('/') + 1);
        List<String> blocks = blocks();
        for (String statement : blocks.get(0).split(";\n")) {
            JdbcClient postgres = as(anywhere, "postgres");
            var role = ROLE.matcher(statement.strip());
            boolean there = role.matches()
                    && postgres.sql("select exists (select 1 from pg_roles where rolname = :role)")
                            .param("role", role.group(1))
                            .query(Boolean.class)
                            .single();
            if (!there) {
                postgres.sql(statement.replace("create database ruggespraak ", "create database " + name + " "))
                        .update();
            }
        }
        if (this == OWNER_AND_WORKER) {
            for (String statement : blocks.get(1).split(";\n")) {
                as(address, "postgres").sql(statement).update();
            }
        }
        return address;
    }

    /** What the application is told, besides the address. */
    public List<String> settings() {
        return switch (this) {
            case ONE_ROLE ->
                List.of("spring.datasource.username=ruggespraak", "spring.datasource.password=" + PASSWORD);
            case ONE_ROLE_OF_YESTERDAY ->
                List.of(
                        "spring.datasource.username=ruggespraak",
                        "spring.datasource.password=" + PASSWORD,
                        "spring.datasource.hikari.schema=ruggespraak");
            case OWNER_AND_WORKER ->
                List.of(
                        "spring.datasource.username=ruggespraak",
                        "spring.datasource.password=" + PASSWORD,
                        "spring.flyway.user=ruggespraak_owner",
                        "spring.flyway.password=" + PASSWORD);
        };
    }

    public static JdbcClient as(String address, String role) {
        return JdbcClient.create(new DriverManagerDataSource(address, role, PASSWORD));
    }

    private List<String> blocks() {
        try {
            String guide = Files.readString(GUIDE);
            return STATEMENTS
                    .matcher(guide.substring(guide.indexOf(heading)))
                    .results()
                    .map((MatchResult found) -> found.group(1).replace("'…'", "'" + PASSWORD + "'"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
