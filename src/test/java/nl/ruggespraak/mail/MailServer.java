package nl.ruggespraak.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;

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
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        // A machine that is busy with other tests takes its time.
        setup.setServerStartupTimeout(20_000);
        return new GreenMail(setup);
    }

    /** Not one of those that the system gives to outgoing connections: one of these could take it while we are down. */
    private static int freePort() {
        for (int port = 20_000 + new Random().nextInt(5_000); port < 32_000; port++) {
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // the next one then
            }
        }
        throw new IllegalStateException("There is no free port");
    }
}
