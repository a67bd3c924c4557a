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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server that answers what a test wants: per beginning of a command, one line; {@code HANG UP} ends the talk. */
public final class ScriptedSmtpServer implements AutoCloseable {

    public static final String HANG_UP = "HANG UP";

    private final ServerSocket door;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    public ScriptedSmtpServer(int port) {
        try {
            door = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread porter = new Thread(this::welcome, "scripted-smtp");
        porter.setDaemon(true);
        porter.start();
    }

    /** Answers commands that begin so; {@code GREETING} and {@code MESSAGE} stand for the begin of the talk and the end of the data, {@code AFTERWARDS} for what follows. */
    public ScriptedSmtpServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (IOException gone) {
                // the caller hung up, or the door was closed
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream say = caller.getOutputStream();
        boolean goesOn = answer(say, "GREETING", "220 scripted");
        while (goesOn) {
            String command = said.readLine();
            if (command == null || command.startsWith("QUIT")) {
                return;
            }
            boolean data = command.startsWith("DATA") && !answers.containsKey("DATA");
            goesOn = answer(say, command, data ? "354 go on" : "250 fine");
            if (data) {
                String line = said.readLine();
                while (line != null && !line.equals(".")) {
                    line = said.readLine();
                }
                goesOn = answer(say, "MESSAGE", "250 taken");
                if (answers.containsKey("AFTERWARDS")) {
                    caller.setSoLinger(true, 0);
                    return;
                }
            }
        }
    }

    private boolean answer(OutputStream say, String command, String usual) throws IOException {
        String answer = answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
        if (answer.equals(HANG_UP)) {
            return false;
        }
        say.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        say.flush();
        return true;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
