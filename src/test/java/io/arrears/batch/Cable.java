package io.arrears.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server of this host that is cut once so many bytes have come from it; from then on nobody gets through. */
final class Cable implements AutoCloseable {

    private final ServerSocket here;
    private final int there;
    private final long most;
    private final AtomicLong carried = new AtomicLong();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param most how many bytes come through before it is cut */
    Cable(int there, long most) throws IOException {
        this.here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.there = there;
        this.most = most;
        start(this::accept);
    }

    int port() {
        return here.getLocalPort();
    }

    /** How many bytes have come from the server. */
    long carried() {
        return carried.get();
    }

    private void accept() {
        try {
            while (!here.isClosed()) {
                Socket client = kept(here.accept());
                Socket server = kept(new Socket(InetAddress.getLoopbackAddress(), there));
                start(() -> carry(client, server, new AtomicLong()));
                start(() -> carry(server, client, carried));
            }
        } catch (IOException e) {
            close(); // it was cut
        }
    }

    private Socket kept(Socket socket) {
        open.add(socket);
        return socket;
    }

    private void carry(Socket from, Socket to, AtomicLong count) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[1 << 14];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (count.addAndGet(n) > most) {
                    close();
                    return;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one end has hung up, and so does the other
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            here.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
