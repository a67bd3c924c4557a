package nl.ruggespraak.bench;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.ruggespraak.RuggespraakApplication;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one colleague costs: a meeting is opened for ten, a hundred, a thousand and ten thousand of them, and each gives
 * one ask. On the embedded, durable PostgreSQL, with the job executor as it runs for people.
 *
 * <p>Not part of {@code verify}: {@code mvn test -Dtest=AskRoundsBenchmark}, with {@code -Dsizes=10,100,1000} to be
 * done sooner.
 */
class AskRoundsBenchmark {

    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("sizes", "10,100,1000,10000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int OTHER_TASKS = 100_000;
    private static final int PEOPLE_AT_ONCE = 4;

    private final List<String> table = new ArrayList<>();
    private int meetings;

    @TempDir
    private Path folder;

    @Test
    void printsWhatAColleagueCosts() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        RuggespraakApplication.class, Statements.class)
                .run("--server.port=0", "--ruggespraak.database.folder=" + folder)) {
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            hire(jdbc);
            Baseline baseline = new Baseline(application.getBean(DataSource.class));
            table.add(
                    "| open tasks besides | colleagues | open: ms each | statements each | answer: ms each | statements each |");
            table.add("|---:|---:|---:|---:|---:|---:|");
            measure(application, 1_000); // warms up
            table.remove(2);
            baseline.measure("before");
            for (int size : SIZES) {
                measure(application, size);
            }
            leaveOpen(application, jdbc);
            baseline.measure("with 100,000 tasks open");
            for (int size : SIZES) {
                measure(application, size);
            }
            baseline.measure("after");
            table.forEach(System.out::println);
            baseline.print();
        }
    }

    private void measure(ConfigurableApplicationContext application, int colleagues) throws Exception {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        long besides = tasks(jdbc, "%");
        String cycle = plan(application);

        Measured open = Measured.of(() -> {
            announce(application, cycle, colleagues);
            await().atMost(Duration.ofMinutes(30))
                    .pollInterval(Duration.ofMillis(colleagues < 1_000 ? 5 : 50))
                    .until(() -> tasks(jdbc, cycle) == colleagues);
        });
        Measured answer = Measured.of(() -> {
            answer(application, cycle);
            await().atMost(Duration.ofMinutes(30))
                    .pollInterval(Duration.ofMillis(colleagues < 1_000 ? 5 : 50))
                    .until(() -> rounds(jdbc, cycle) == 0);
        });
        table.add(String.format(
                Locale.ENGLISH,
                "| %,d | %,d | %.2f | %.1f | %.2f | %.1f |",
                besides,
                colleagues,
                open.milliseconds() / colleagues,
                (double) open.statements() / colleagues,
                answer.milliseconds() / colleagues,
                (double) answer.statements() / colleagues));
        System.out.println(table.get(table.size() - 1));
    }

    private String plan(ConfigurableApplicationContext application) {
        String key = "bench-" + ++meetings;
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(10);
        as(
                application,
                "chair",
                "chairs",
                () -> application
                        .getBean(RuntimeService.class)
                        .startProcessInstanceByKey(
                                "network-meeting",
                                key,
                                Map.of(
                                        "title", "Benchmark",
                                        "network", "sam",
                                        "startsAt", day + "T14:00",
                                        "endsAt", day + "T16:00",
                                        "location", "Town hall",
                                        "region", "den-bosch",
                                        "host", "meierij",
                                        "topic", "What does a colleague cost?",
                                        "statements", SpinValues.jsonValue("[]").create())));
        String cycle = key + "/lnv";
        await().atMost(Duration.ofMinutes(1))
                .until(() -> application
                                .getBean(TaskService.class)
                                .createTaskQuery()
                                .processInstanceBusinessKey(cycle)
                                .taskDefinitionKey("userTask_announceMeeting")
                                .count()
                        == 1);
        return cycle;
    }

    private static void announce(ConfigurableApplicationContext application, String cycle, int colleagues) {
        TaskService tasks = application.getBean(TaskService.class);
        String list = IntStream.rangeClosed(1, colleagues)
                .mapToObj(AskRoundsBenchmark::colleague)
                .collect(Collectors.joining("\",\"", "[\"", "\"]"));
        as(
                application,
                "lnv-representative",
                "representatives",
                () -> tasks.complete(
                        tasks.createTaskQuery()
                                .processInstanceBusinessKey(cycle)
                                .taskDefinitionKey("userTask_announceMeeting")
                                .singleResult()
                                .getId(),
                        Map.of(
                                "announcement",
                                "What shall I take along?",
                                "colleagues",
                                SpinValues.jsonValue(list).create())));
    }

    private static void answer(ConfigurableApplicationContext application, String cycle)
            throws InterruptedException, ExecutionException {
        TaskService tasks = application.getBean(TaskService.class);
        Map<String, String> open = application
                .getBean(JdbcClient.class)
                .sql("""
                        select t.id_, t.assignee_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = :cycle and t.task_def_key_ = 'userTask_giveAsks'
                        """)
                .param("cycle", cycle)
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
        try {
            List<Future<?>> answers = new ArrayList<>();
            open.forEach((task, colleague) -> answers.add(people.submit(() -> as(
                    application,
                    colleague,
                    "advisers",
                    () -> tasks.complete(
                            task, Map.of("asks", SpinValues.jsonValue("""
                                            [{"kind": "CANDIDATE", "title": "Meat inspector", "occupation": "meat-inspector", "headcount": 1,
                                              "agreedOn": "2026-01-15"}]
                                            """).create()))))));
            for (Future<?> each : answers) {
                each.get();
            }
        } finally {
            people.shutdown();
        }
    }

    /** Copies an open ask round, all that the engine keeps of it, until there are so many. */
    private void leaveOpen(ConfigurableApplicationContext application, JdbcClient jdbc) throws Exception {
        String cycle = plan(application);
        announce(application, cycle, 1);
        await().atMost(Duration.ofMinutes(1)).until(() -> tasks(jdbc, cycle) == 1);
        Copies.of(jdbc, cycle, OTHER_TASKS);
    }

    private static void hire(JdbcClient jdbc) {
        int most = 10_000;
        jdbc.sql("""
                        insert into ruggespraak.person (key, organisation, first_name, last_name, email)
                        select key, 'lnv', 'Colleague', key, key || '@lnv.example.org' from unnest(:keys) as k (key)
                        """)
                .param(
                        "keys",
                        IntStream.rangeClosed(1, most)
                                .mapToObj(AskRoundsBenchmark::colleague)
                                .toArray(String[]::new))
                .update();
    }

    private static String colleague(int number) {
        return "colleague-" + number;
    }

    private static long tasks(JdbcClient jdbc, String cycle) {
        return jdbc.sql("""
                        select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ like :cycle and t.task_def_key_ = 'userTask_giveAsks'
                        """).param("cycle", cycle).query(Long.class).single();
    }

    private static long rounds(JdbcClient jdbc, String cycle) {
        return jdbc.sql("""
                        select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                        where e.business_key_ = :cycle and d.key_ = 'ask-round'
                        """).param("cycle", cycle).query(Long.class).single();
    }

    private static void as(ConfigurableApplicationContext application, String person, String group, Runnable work) {
        IdentityService identity = application.getBean(IdentityService.class);
        identity.setAuthentication(person, List.of(group), person.equals("chair") ? List.of() : List.of("lnv"));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** How long something took, and how many statements it sent. */
    private record Measured(double milliseconds, long statements) {

        interface Work {
            void run() throws Exception;
        }

        static Measured of(Work work) throws Exception {
            long statements = Statements.sent();
            long start = System.nanoTime();
            work.run();
            return new Measured((System.nanoTime() - start) / 1e6, Statements.sent() - statements);
        }
    }

    /** What the same PostgreSQL can do at best: an update, a read, an insert and a commit, as {@code pgbench -N} does. */
    private static final class Baseline {

        private static final int ROWS = 100_000;
        private static final Duration HOW_LONG = Duration.ofSeconds(10);

        private final DataSource database;
        private final List<String> lines = new ArrayList<>();

        Baseline(DataSource database) {
            this.database = database;
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("create table bench_account (id int primary key, balance int not null)")
                    .update();
            jdbc.sql("insert into bench_account select i, 0 from generate_series(1, :rows) i")
                    .param("rows", ROWS)
                    .update();
            jdbc.sql("create table bench_history (account int, delta int, at timestamptz)")
                    .update();
        }

        void measure(String when) throws Exception {
            ExecutorService clients = Executors.newFixedThreadPool(PEOPLE_AT_ONCE);
            AtomicInteger commits = new AtomicInteger();
            long end = System.nanoTime() + HOW_LONG.toNanos();
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < PEOPLE_AT_ONCE; client++) {
                running.add(clients.submit(() -> {
                    transactions(end, commits);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            clients.shutdown();
            lines.add(String.format(Locale.ENGLISH, "| %s | %,d |", when, commits.get() / HOW_LONG.toSeconds()));
        }

        private void transactions(long end, AtomicInteger commits) throws SQLException {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (PreparedStatement update = connection.prepareStatement(
                                "update bench_account set balance = balance + 1 where id = ?");
                        PreparedStatement read =
                                connection.prepareStatement("select balance from bench_account where id = ?");
                        PreparedStatement insert =
                                connection.prepareStatement("insert into bench_history values (?, 1, now())")) {
                    while (System.nanoTime() < end) {
                        int account = 1 + ThreadLocalRandom.current().nextInt(ROWS);
                        for (PreparedStatement statement : List.of(update, read, insert)) {
                            statement.setInt(1, account);
                            statement.execute();
                        }
                        connection.commit();
                        commits.incrementAndGet();
                    }
                }
                connection.setAutoCommit(true);
            }
        }

        void print() {
            System.out.println("| plain transactions | per second |\n|---|---:|");
            lines.forEach(System.out::println);
        }
    }
}
