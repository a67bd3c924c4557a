package nl.ruggespraak.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;

/** A mail server for tests, always on the same port, that can be down for a while. */
public final class MailServer {

    private final int port = freePort();
    private GreenMail running = server();

    public int port() {
        return port;
    }

    public void up() {
        if (!running.isRunning()) {
            running = server();
            running.start();
        }
    }

    public void down() {
        if (running.isRunning()) {
            running.stop();
        }
    }

    public List<MimeMessage> received() {
        return List.of(running.getReceivedMessages());
    }

    private GreenMail server() {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
