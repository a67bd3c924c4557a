package nl.ruggespraak.planted;

import org.springframework.mail.javamail.JavaMailSender;

public record SendsMail(JavaMailSender sender) {}
