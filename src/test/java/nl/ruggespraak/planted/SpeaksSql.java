package nl.ruggespraak.planted;

import org.springframework.jdbc.core.simple.JdbcClient;

public record SpeaksSql(JdbcClient jdbc) {}
