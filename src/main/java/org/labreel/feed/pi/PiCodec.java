package org.labreel.feed.pi;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.labreel.model.Bytes;

/**
 * Messages to bytes and back: {@code u32 N | u8 command | u8 argc | { u8 type, payload } x argc}, N counting what
 * follows it. A pickle travels as a QString: u32 length in bytes, FFFFFFFF for none, and UTF-16BE.
 */
public final class PiCodec {
    /** All pickles of a message together; the longest that is known has some hundred bytes. */
    static final int MAX_PICKLE_BYTES = 128 << 10;
    static final int LENGTH_BYTES = 4;

    private static final long NO_STRING = 0xFFFFFFFFL;

    private final PiDialect dialect;

    public PiCodec(PiDialect dialect) {
        this.dialect = dialect;
    }

    /** The whole message, its length in front. */
    public byte[] encode(PiMessage message) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            out.writeInt(0);
            out.writeByte(message.command());
            out.writeByte(message.arguments().size());
            for (PiArgument argument : message.arguments()) {
                put(argument, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        byte[] bytes = body.toByteArray();
        ByteBuffer.wrap(bytes).putInt(bytes.length - LENGTH_BYTES);
        return bytes;
    }

    private void put(PiArgument argument, DataOutputStream out) throws IOException {
        switch (argument) {
            case PiArgument.Blob(Bytes bytes) -> {
                out.writeByte(dialect.byteArrayType());
                out.writeInt(bytes.length());
                out.write(bytes.toArray());
            }
            case PiArgument.Value(PlainValue value) -> {
                byte[] text = PickleWriter.write(value).getBytes(StandardCharsets.UTF_16BE);
                out.writeByte(PiProtocol.PICKLE_TYPE);
                out.writeInt(text.length);
                out.write(text);
            }
        }
    }

    /**
     * Decodes what follows the length of a message; blobs share its bytes.
     *
     * @throws MalformedMessageException
     *             that says what is wrong with it
     */
    public PiMessage decode(Bytes body) throws MalformedMessageException {
        return new Reading(body).message();
    }

    /** One message being read. */
    private final class Reading {
        private final Bytes body;
        private final ByteBuffer in;
        private long pickleBytes;

        Reading(Bytes body) {
            this.body = body;
            this.in = body.asByteBuffer();
        }

        PiMessage message() throws MalformedMessageException {
            need(2);
            int command = in.get() & 255;
            int count = in.get() & 255;
            List<PiArgument> arguments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                need(1);
                arguments.add(argument(in.get() & 255));
            }
            if (in.hasRemaining()) {
                throw new MalformedMessageException(
                        "message " + command + " has " + in.remaining() + " bytes more than its arguments");
            }
            return new PiMessage(command, arguments);
        }

        private PiArgument argument(int type) throws MalformedMessageException {
            if (type == PiProtocol.PICKLE_TYPE) {
                return new PiArgument.Value(PickleReader.read(string()));
            }
            if (type != dialect.byteArrayType()) {
                throw new MalformedMessageException("an argument is of type " + type + ", which is not known");
            }
            int length = length();
            Bytes blob = body.slice(in.position(), length);
            in.position(in.position() + length);
            return new PiArgument.Blob(blob);
        }

        private String string() throws MalformedMessageException {
            need(LENGTH_BYTES);
            if ((in.getInt(in.position()) & NO_STRING) == NO_STRING) {
                throw new MalformedMessageException("an argument is a text that is not there");
            }
            int length = length();
            pickleBytes += length;
            if (length % 2 != 0) {
                throw new MalformedMessageException("an argument is a text of " + length + " bytes, half a character");
            }
            if (pickleBytes > MAX_PICKLE_BYTES) {
                throw new MalformedMessageException(
                        "the pickles of a message have more than the " + MAX_PICKLE_BYTES + " bytes allowed");
            }
            char[] characters = new char[length / 2];
            in.asCharBuffer().get(characters);
            in.position(in.position() + length);
            return new String(characters);
        }

        /** A length that the message can hold, however large the claim. */
        private int length() throws MalformedMessageException {
            need(LENGTH_BYTES);
            long claimed = in.getInt() & NO_STRING;
            if (claimed > in.remaining()) {
                throw new MalformedMessageException("an argument claims " + claimed + " bytes and only "
                        + in.remaining() + " follow");
            }
            return (int) claimed;
        }

        private void need(int bytes) throws MalformedMessageException {
            if (in.remaining() < bytes) {
                throw new MalformedMessageException("the message is torn: it ends after " + in.limit() + " bytes");
            }
        }
    }
}
