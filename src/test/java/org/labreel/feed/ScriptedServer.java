package org.labreel.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a plain socket that does as its scripts say, one a connection. The last script is repeated. */
public final class ScriptedServer implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Script> scripts;

    /** What happens on one connection. When it returns, the connection stays open; when it throws, it is reset. */
    public interface Script {
        void run(Socket socket) throws Exception;
    }

    /**
     * @param port
     *            on loopback; 0 for a free one
     */
    public ScriptedServer(int port, List<Script> scripts) throws IOException {
        this.server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        this.scripts = List.copyOf(scripts);
        threads.add(Thread.ofVirtual().start(this::accept));
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections there were. */
    public int accepted() {
        return accepted.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Script script = scripts.get(Math.min(accepted.getAndIncrement(), scripts.size() - 1));
                threads.add(Thread.ofVirtual().start(() -> run(script, socket)));
            } catch (IOException _) {
                // Closed at the end of the test.
                return;
            }
        }
    }

    private static void run(Script script, Socket socket) {
        try {
            script.run(socket);
        } catch (Exception _) {
            // The client hung up on a script that breaks the rules, as it should.
            reset(socket);
        }
    }

    /** Ends a connection without a word. */
    public static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }

    /** Ends as a process does that is killed: no goodbye, no port, whatever was in the pipes is gone. */
    public void kill() throws IOException, InterruptedException {
        server.close();
        sockets.forEach(ScriptedServer::reset);
        // A thread that still hangs in a socket keeps the port.
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.forEach(Thread::interrupt);
    }
}
