package org.labreel.feed.cpl;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.labreel.model.Bytes;
import org.labreel.picture.PixelFormat;
import org.labreel.picture.RawPicture;

/** A remote recorder on a plain socket that does as its script says, right or wrong. The last script is repeated. */
final class FakeRecorder implements AutoCloseable {
    private final ServerSocket server;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Script> scripts;
    /** What the player said, on all connections. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** What happens on one connection. When it returns, the connection stays open. */
    interface Script {
        void run(Peer peer) throws Exception;
    }

    FakeRecorder(int port, Script... scripts) throws IOException {
        this.scripts = List.of(scripts);
        this.server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        threads.add(Thread.ofVirtual().start(this::accept));
    }

    CplAddress address() {
        return CplAddress.of("127.0.0.1", server.getLocalPort());
    }

    int accepted() {
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

    private void run(Script script, Socket socket) {
        try {
            script.run(new Peer(socket));
        } catch (Exception _) {
            // The player hung up, as it should on a script that breaks the rules.
            reset(socket);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }

    /** Ends as a process does that is killed. */
    void kill() throws IOException, InterruptedException {
        server.close();
        sockets.forEach(FakeRecorder::reset);
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

    /** The recorder's end of one connection. */
    final class Peer {
        private final Socket socket;
        private final DataInputStream in;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
        }

        /** Waits for the player's next message, which must be this one to the byte. */
        void expect(String name) throws IOException {
            byte[] text = new byte[in.readInt()];
            int binary = in.readInt();
            in.readFully(text);
            String said = new String(text, StandardCharsets.UTF_8);
            heard.add(said.equals("- " + name + "\n- null\n") && binary == 0 ? name : "WRONG " + said);
            if (!heard.getLast().equals(name)) {
                throw new IOException("expected " + name + ", heard " + said);
            }
        }

        void send(CplMessage message) throws IOException {
            write(CplCodec.encode(message).toArray());
        }

        void text(String yaml) throws IOException {
            byte[] text = yaml.getBytes(StandardCharsets.UTF_8);
            write(ByteBuffer.allocate(8 + text.length).putInt(text.length).putInt(0).put(text).array());
        }

        void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        void starts() throws IOException {
            send(new CplMessage.StartedRecording("gray", 16, 8, 29.97));
        }

        /** A frame that is grey all over. */
        void frame(int grey, double t, long count) throws IOException {
            send(image(grey, t, count));
        }
    }

    static CplMessage.Image image(int grey, double t, long count) {
        byte[] pixels = new byte[16 * 8];
        java.util.Arrays.fill(pixels, (byte) grey);
        return CplMessage.Image.of(RawPicture.packed(PixelFormat.GRAY, 16, 8, Bytes.wrap(pixels)), t, count);
    }
}
