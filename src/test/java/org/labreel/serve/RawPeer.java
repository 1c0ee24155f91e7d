package org.labreel.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client on a plain socket, which may break any rule. */
final class RawPeer implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;

    private RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    static RawPeer connect(URI address) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        socket.setSoTimeout(10_000);
        return new RawPeer(socket);
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.US_ASCII));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Asks for a websocket and waits for the answer, no further. */
    void upgrade() throws IOException {
        write("""
                GET / HTTP/1.1
                Host: x
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Extensions: permessage-deflate

                """.replace("\n", "\r\n"));
        if (!readLine().contains("101")) {
            throw new IOException("no upgrade");
        }
    }

    String readLine() throws IOException {
        String line = reader.readLine();
        return line == null ? "" : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
