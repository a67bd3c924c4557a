package nl.ruggespraak.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A mail server that answers what a test wants: per beginning of a command, one line; {@code HANG UP} ends the talk. */
public final class ScriptedSmtpServer implements AutoCloseable {

    public static final String HANG_UP = "HANG UP";

    private final ServerSocket door;
    private final Thread porter;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Semaphore waiting = new Semaphore(0);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile String slowAt = "NOTHING";
    private volatile int mailsUntilDeath = Integer.MAX_VALUE;

    /** A mail that was taken. */
    public record Taken(String recipient, String messageId) {}

    public ScriptedSmtpServer(int port) {
        try {
            door = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        porter = background(this::welcome);
    }

    /** Answers commands that begin so; {@code GREETING} and {@code MESSAGE} stand for the begin of the talk and the end of the data, {@code AFTERWARDS} for what follows. */
    public ScriptedSmtpServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** Says nothing to commands that begin so, until {@link #goOn}. */
    public ScriptedSmtpServer slowAt(String command) {
        slowAt = command;
        return this;
    }

    /** Dies when it has taken so many mails: whoever is about to give another is cut off, and nobody else gets in. */
    public ScriptedSmtpServer dyingAfter(int mails) {
        mailsUntilDeath = mails;
        return this;
    }

    /** Returns when so many wait for an answer. */
    public void awaitWaiting(int callers) throws InterruptedException {
        if (!waiting.tryAcquire(callers, 1, TimeUnit.MINUTES)) {
            throw new AssertionError("Only " + waiting.availablePermits() + " of " + callers + " wait");
        }
    }

    /** Answers those who wait. */
    public void goOn() {
        goOn.countDown();
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Every line of every talk as it came, a character for each octet. */
    public List<String> said() {
        return List.copyOf(said);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                background(() -> talkTo(caller));
            } catch (IOException gone) {
                // the door was closed
            }
        }
    }

    private void talkTo(Socket caller) {
        try (caller) {
            talk(caller);
        } catch (IOException gone) {
            // the caller hung up
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader heard =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream say = caller.getOutputStream();
        String recipient = "";
        boolean goesOn = answer(say, "GREETING", "220 scripted");
        while (goesOn) {
            String command = line(heard);
            if (command == null || command.startsWith("QUIT")) {
                return;
            }
            if (command.startsWith("RCPT")) {
                recipient = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
            }
            boolean data = command.startsWith("DATA") && !answers.containsKey("DATA");
            if (data && taken.size() >= mailsUntilDeath) {
                close();
                return;
            }
            goesOn = answer(say, command, data ? "354 go on" : "250 fine");
            if (data) {
                String messageId = "";
                String line = line(heard);
                while (line != null && !line.equals(".")) {
                    if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                        messageId = line.substring(line.indexOf(':') + 1).strip();
                    }
                    line = line(heard);
                }
                if (line != null && !answers.containsKey("MESSAGE")) {
                    taken.add(new Taken(recipient, messageId));
                }
                goesOn = answer(say, "MESSAGE", "250 taken");
                if (answers.containsKey("AFTERWARDS")) {
                    caller.setSoLinger(true, 0);
                    return;
                }
            }
        }
    }

    private @Nullable String line(BufferedReader heard) throws IOException {
        String line = heard.readLine();
        if (line != null) {
            said.add(line);
        }
        return line;
    }

    private boolean answer(OutputStream say, String command, String usual) throws IOException {
        String answer = answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .max(Comparator.comparing(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(usual);
        if (command.startsWith(slowAt)) {
            waiting.release();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (answer.equals(HANG_UP)) {
            return false;
        }
        say.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        say.flush();
        return true;
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Returns when the port is free: the system keeps it for as long as the porter waits at the door. */
    @Override
    public void close() {
        try {
            door.close();
            porter.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        goOn();
    }
}
