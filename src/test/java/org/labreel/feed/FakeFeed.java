package org.labreel.feed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A websocket server on a plain socket that does as its script says, right or wrong. The last script is repeated. */
public final class FakeFeed implements AutoCloseable {
    public static final int BINARY = 2;
    public static final int TEXT = 1;
    public static final int CONTINUATION = 0;
    public static final int PONG = 10;

    private final ScriptedServer server;

    /** What happens on one connection. When it returns, the connection stays open. */
    public interface Script {
        void run(Peer peer) throws Exception;
    }

    public FakeFeed(Script... scripts) throws IOException {
        this(0, scripts);
    }

    /**
     * @param port
     *            0 for a free one
     */
    public FakeFeed(int port, Script... scripts) throws IOException {
        this.server = new ScriptedServer(port, Arrays
                .stream(scripts).<ScriptedServer.Script>map(script -> socket -> script.run(new Peer(socket))).toList());
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + server.port());
    }

    public int accepted() {
        return server.accepted();
    }

    /** Ends as a process does that is killed: no goodbye, no port, whatever was in the pipes is gone. */
    public void kill() throws IOException, InterruptedException {
        server.kill();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** The server's end of one connection. */
    public static final class Peer {
        private final Socket socket;

        Peer(Socket socket) {
            this.socket = socket;
        }

        /** Answers the handshake. @return the request as it came */
        public String handshake() throws IOException {
            String request = request();
            String key = request.lines().filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                    .startsWith("sec-websocket-key:")).map(line -> line.substring(18).strip()).findFirst()
                    .orElseThrow();
            write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return request;
        }

        public String request() throws IOException {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            while (!request.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("no request");
                }
                request.write(next);
            }
            return request.toString(StandardCharsets.US_ASCII);
        }

        private static String accept(String key) {
            try {
                return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1")
                        .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Waits for so many bytes of the client. */
        public byte[] read(int count) throws IOException {
            byte[] bytes = socket.getInputStream().readNBytes(count);
            if (bytes.length < count) {
                throw new IOException("no more bytes");
            }
            return bytes;
        }

        public void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        public void message(byte[] payload) throws IOException {
            frame(BINARY, true, payload);
        }

        public void frame(int opcode, boolean last, byte[] payload) throws IOException {
            frame((last ? 0x80 : 0) | opcode, payload, payload.length);
        }

        /** A frame whose header may claim another length than it has. */
        public void frame(int firstByte, byte @Nullable [] payload, long claimedLength) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(firstByte);
            out.writeByte(127);
            if (claimedLength < 65_536) {
                bytes.reset();
                out.writeByte(firstByte);
                if (claimedLength < 126) {
                    out.writeByte((int) claimedLength);
                } else {
                    out.writeByte(126);
                    out.writeShort((int) claimedLength);
                }
            } else {
                out.writeLong(claimedLength);
            }
            if (payload != null) {
                out.write(payload);
            }
            write(bytes.toByteArray());
        }

        /** Waits for the next frame of the client. @return its opcode */
        public int awaitFrame() throws IOException {
            InputStream in = socket.getInputStream();
            int first = in.read();
            int length = in.read() & 127;
            if (first < 0 || length > 125) {
                throw new IOException("no more frames");
            }
            in.readNBytes(4 + length);
            return first & 15;
        }

        /** Ends the connection without a word. */
        public void reset() {
            ScriptedServer.reset(socket);
        }
    }
}
