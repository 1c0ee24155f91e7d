package org.labreel.serve.pi;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.labreel.model.Bytes;

/** A client that reads and writes bytes as the original one does, and knows nothing of our codec. */
final class PiViewer implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    /** What follows the length of a message. */
    record Received(int command, Bytes body) {
        String hex() {
            return HexFormat.of().formatHex(body.toArray());
        }

        /** The picture of a preview frame. */
        Bytes png() {
            return body.slice(7, body.length() - 7);
        }
    }

    PiViewer(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
    }

    Received next() throws IOException {
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return new Received(body[0] & 255, Bytes.wrap(body));
    }

    /** The next message of this kind; others are passed over. */
    Received next(int command) throws IOException {
        Received next = next();
        while (next.command() != command) {
            next = next();
        }
        return next;
    }

    List<Received> next(List<Integer> commands) throws IOException {
        List<Received> out = new ArrayList<>();
        for (int command : commands) {
            out.add(next(command));
        }
        return out;
    }

    void send(String hex) throws IOException {
        socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** Whether the server hung up. */
    boolean ended() throws IOException {
        try {
            while (in.read() >= 0) {
                // What was on its way.
            }
            return true;
        } catch (SocketException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
