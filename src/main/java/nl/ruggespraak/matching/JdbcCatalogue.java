package nl.ruggespraak.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCatalogue implements Catalogue {

    private final JdbcClient jdbc;

    JdbcCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Region> regions() {
        return jdbc.sql("select key, name from ruggespraak.region order by name")
                .query(Region.class)
                .list();
    }

    @Override
    public List<Occupation> occupations() {
        return jdbc.sql("select key, name, field from ruggespraak.occupation order by name")
                .query(Occupation.class)
                .list();
    }

    @Override
    public Map<String, String> regionNames(Collection<String> keys) {
        return names("select key, name from ruggespraak.region where key = any(:keys)", keys);
    }

    @Override
    public Map<String, String> occupationNames(Collection<String> keys) {
        return names("select key, name from ruggespraak.occupation where key = any(:keys)", keys);
    }

    @Override
    public Set<String> fitting(String occupation) {
        return jdbc.sql("""
                        select fit.key from ruggespraak.occupation o join ruggespraak.occupation fit on fit.field = o.field
                        where o.key = :occupation
                        """).param("occupation", occupation).query(String.class).set();
    }

    private Map<String, String> names(String sql, Collection<String> keys) {
        Map<String, String> names = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(sql).param("keys", keys.toArray(String[]::new)).query(row -> {
                names.put(row.getString("key"), row.getString("name"));
            });
        }
        return names;
    }
}
