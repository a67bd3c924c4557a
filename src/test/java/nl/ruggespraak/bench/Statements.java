package nl.ruggespraak.bench;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the statements that the application sends; a batch counts as many as it holds. */
@TestConfiguration(proxyBeanMethods = false)
class Statements {

    private static final AtomicLong SENT = new AtomicLong();

    static long sent() {
        return SENT.get();
    }

    @Bean
    static BeanPostProcessor countsStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? counting(database) : bean;
            }
        };
    }

    private static DataSource counting(DataSource database) {
        return ProxyDataSourceBuilder.create(database)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {}

                    @Override
                    public void afterQuery(ExecutionInfo execution, java.util.List<QueryInfo> queries) {
                        SENT.addAndGet(execution.isBatch() ? execution.getBatchSize() : queries.size());
                    }
                })
                .build();
    }
}
