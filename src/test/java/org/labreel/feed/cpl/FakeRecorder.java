package org.labreel.feed.cpl;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.labreel.feed.ScriptedServer;
import org.labreel.model.Bytes;
import org.labreel.picture.PixelFormat;
import org.labreel.picture.RawPicture;

/** A remote recorder on a plain socket that does as its script says, right or wrong. The last script is repeated. */
final class FakeRecorder implements AutoCloseable {
    private final ScriptedServer server;
    /** What the player said, on all connections. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** What happens on one connection. When it returns, the connection stays open. */
    interface Script {
        void run(Peer peer) throws Exception;
    }

    FakeRecorder(int port, Script... scripts) throws IOException {
        this.server = new ScriptedServer(port, Arrays
                .stream(scripts).<ScriptedServer.Script>map(script -> socket -> script.run(new Peer(socket))).toList());
    }

    CplAddress address() {
        return CplAddress.of("127.0.0.1", server.port());
    }

    int accepted() {
        return server.accepted();
    }

    /** Ends as a process does that is killed. */
    void kill() throws IOException, InterruptedException {
        server.kill();
    }

    @Override
    public void close() throws IOException {
        server.close();
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
        Arrays.fill(pixels, (byte) grey);
        return CplMessage.Image.of(RawPicture.packed(PixelFormat.GRAY, 16, 8, Bytes.wrap(pixels)), t, count);
    }
}
