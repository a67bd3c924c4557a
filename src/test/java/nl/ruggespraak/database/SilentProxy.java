package nl.ruggespraak.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the application and its database, and can fall silent: what is sent then arrives nowhere, and nobody is told. */
final class SilentProxy implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int goal;
    private volatile boolean silent;

    SilentProxy(int goal) throws IOException {
        this.goal = goal;
        start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    void fallSilent() {
        silent = true;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                if (silent) {
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), goal);
                sockets.add(server);
                start(() -> pass(client, server));
                start(() -> pass(server, client));
            } catch (IOException e) {
                // Closed, or nobody is there.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] some = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int size = in.read(some); size >= 0; size = in.read(some)) {
                if (!silent) {
                    out.write(some, 0, size);
                }
            }
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
