package nl.ruggespraak.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The same mail server, spoken to in UTF-8 (RFC 6531). It is asked each time whether it offers that: a setting may be wrong, or old. */
class SmtpUtf8Server extends JavaMailSenderImpl {

    private static final String MIME = "mail.mime.";

    SmtpUtf8Server(JavaMailSenderImpl server) {
        setHost(server.getHost());
        setPort(server.getPort());
        setUsername(server.getUsername());
        setPassword(server.getPassword());
        setProtocol(server.getProtocol());
        getJavaMailProperties().putAll(server.getJavaMailProperties());
        getJavaMailProperties().setProperty(MIME + "allowutf8", "true");
    }

    @Override
    protected Transport connectTransport() throws MessagingException {
        Transport connected = super.connectTransport();
        if (connected instanceof SMTPTransport smtp && smtp.supportsExtension("SMTPUTF8")) {
            return connected;
        }
        connected.close();
        throw new NotOffered();
    }

    /** The server would take each octet of the address for a letter. */
    static class NotOffered extends MessagingException {

        private static final long serialVersionUID = 1L;

        NotOffered() {
            super("The mail server does not offer SMTPUTF8");
        }
    }
}
