package nl.ruggespraak.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The same mail server, whose answer to the mail is kept: nobody else tells it, for the farewell has an answer of its own. */
class HeardServer extends JavaMailSenderImpl {

    private final JavaMailSenderImpl server;
    private String answer = "";

    HeardServer(JavaMailSenderImpl server) {
        this.server = server;
        setSession(server.getSession());
        setHost(server.getHost());
        setPort(server.getPort());
        setUsername(server.getUsername());
        setPassword(server.getPassword());
        setProtocol(server.getProtocol());
    }

    /** What the server said when it took the last mail. */
    String answer() {
        return answer;
    }

    @Override
    protected Transport connectTransport() throws MessagingException {
        Transport connected = super.connectTransport();
        if (!(connected instanceof SMTPTransport smtp)) {
            return connected;
        }
        if (server instanceof SmtpUtf8Server && !smtp.supportsExtension("SMTPUTF8")) {
            smtp.close();
            throw new SmtpUtf8Server.NotOffered();
        }
        return new Heard(smtp);
    }

    /** Passes everything on, and looks at the answer before anybody says goodbye. */
    private final class Heard extends Transport {

        private final SMTPTransport smtp;

        Heard(SMTPTransport smtp) {
            super(server.getSession(), smtp.getURLName());
            this.smtp = smtp;
        }

        @Override
        public void sendMessage(Message message, Address[] recipients) throws MessagingException {
            smtp.sendMessage(message, recipients);
            answer = smtp.getLastServerResponse();
        }

        @Override
        public void close() throws MessagingException {
            smtp.close();
        }
    }
}
