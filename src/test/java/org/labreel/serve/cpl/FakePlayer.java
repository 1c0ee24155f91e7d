package org.labreel.serve.cpl;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.labreel.feed.cpl.CplCodec;
import org.labreel.feed.cpl.CplFrame;
import org.labreel.feed.cpl.CplMessage;
import org.labreel.model.Bytes;

/** A player on a plain socket. */
final class FakePlayer implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    FakePlayer(int port) throws IOException {
        socket = new Socket();
        // A small window, so that what is not read soon stands still at the server.
        socket.setReceiveBufferSize(8 << 10);
        socket.connect(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port), 10_000);
        socket.setSoTimeout(8000);
        in = new DataInputStream(socket.getInputStream());
    }

    FakePlayer say(String yaml) throws IOException {
        byte[] text = yaml.getBytes(StandardCharsets.UTF_8);
        return write(ByteBuffer.allocate(8 + text.length).putInt(text.length).putInt(0).put(text).array());
    }

    FakePlayer play() throws IOException {
        return say("- started_playing\n- null\n");
    }

    FakePlayer stop() throws IOException {
        return say("- stopped_playing\n- null\n");
    }

    FakePlayer write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    CplMessage next() throws IOException {
        byte[] text = new byte[in.readInt()];
        byte[] binary = new byte[in.readInt()];
        in.readFully(text);
        in.readFully(binary);
        return CplCodec.decode(new CplFrame(Bytes.wrap(text), Bytes.wrap(binary)));
    }

    /** All up to the first of a kind, that one included. */
    List<CplMessage> until(Class<? extends CplMessage> kind) throws IOException {
        List<CplMessage> out = new ArrayList<>();
        do {
            out.add(next());
        } while (!kind.isInstance(out.getLast()));
        return out;
    }

    boolean ended() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException e) {
            return true;
        }
    }

    /** Whether nothing comes for a moment. */
    boolean silent() throws IOException {
        return silentFor(150);
    }

    boolean silentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return in.read() == -2;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(8000);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
