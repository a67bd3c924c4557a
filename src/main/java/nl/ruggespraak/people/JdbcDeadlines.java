package nl.ruggespraak.people;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The columns of a network that hold its deadlines, for whoever joins it. */
public final class JdbcDeadlines {

    /** Of the network that the query calls {@code n}. */
    public static final String COLUMNS =
            "n.announce_days, n.asks_close_days, n.remind_days, n.leads_days, n.report_backs_days, n.act_days, n.decide_days,"
                    + " n.inquiry_days, n.deal_days, n.placements_days, n.report_period_days, n.publish_days, n.evaluate_days";

    private JdbcDeadlines() {}

    public static Deadlines deadlines(ResultSet row) throws SQLException {
        return new Deadlines(
                row.getInt("announce_days"),
                row.getInt("asks_close_days"),
                row.getInt("remind_days"),
                row.getInt("leads_days"),
                row.getInt("report_backs_days"),
                row.getInt("act_days"),
                row.getInt("decide_days"),
                row.getInt("inquiry_days"),
                row.getInt("deal_days"),
                row.getInt("placements_days"),
                row.getInt("report_period_days"),
                row.getInt("publish_days"),
                row.getInt("evaluate_days"));
    }
}
