package org.labreel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.labreel.model.Bytes;

/** A feed without queues: each message is written to one client after the other, as a PurpleDrop's server does. */
final class TurnTaking implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    TurnTaking() throws IOException {
        server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::welcome);
    }

    private void welcome() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                shake(client);
                clients.add(client);
            }
        } catch (IOException | GeneralSecurityException e) {
            // Closed.
        }
    }

    private static void shake(Socket client) throws IOException, GeneralSecurityException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String key = "";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "sec-websocket-key:", 0, 18)) {
                key = line.substring(18).strip();
            }
        }
        byte[] accept = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream()
                .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    int clients() {
        return clients.size();
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort());
    }

    /** Returns when every client has taken it. */
    void send(Bytes message) throws IOException {
        byte[] head = ByteBuffer.allocate(10).put((byte) 0x82).put((byte) 127).putLong(message.length()).array();
        for (Socket client : clients) {
            OutputStream out = client.getOutputStream();
            out.write(head);
            out.write(message.toArray());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
