package org.labreel.feed.cpl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.labreel.feed.Words;
import org.labreel.model.Bytes;

/**
 * Messages to the bytes of the wire and back. The text is a YAML sequence of a name and a value, as cpl_media at
 * 65e7be6 writes and reads it.
 */
public final class CplCodec {
    private static final int PLANES = 4;

    private CplCodec() {
    }

    /**
     * @throws MalformedCplException
     *             when it is no message; a frame's pixels are not looked at
     */
    public static CplMessage decode(CplFrame frame) throws MalformedCplException {
        List<Yaml> message = sequence(YamlReader.read(utf8(frame.text())), 2, "a message");
        String name = text(message.get(0), "the name of a message");
        Yaml value = message.get(1);
        return switch (name) {
            case "started_playing" -> new CplMessage.StartedPlaying();
            case "stopped_playing" -> new CplMessage.StoppedPlaying();
            case "stopped_recording" -> new CplMessage.StoppedRecording();
            case "started_recording" -> startedRecording(sequence(value, 4, name));
            case "image" -> image(sequence(value, 5, name), frame.binary());
            case "exception" -> failure(value);
            default -> new CplMessage.Unknown(Words.shown(name));
        };
    }

    private static CplMessage startedRecording(List<Yaml> value) throws MalformedCplException {
        return new CplMessage.StartedRecording(text(value.get(0), "a pixel format"), size(value.get(1), "a width"),
                size(value.get(2), "a height"), rate(value.get(3)));
    }

    private static CplMessage image(List<Yaml> value, Bytes pixels) throws MalformedCplException {
        List<Yaml> size = sequence(value.get(2), 2, "a size");
        return new CplMessage.Image(sizes(value.get(0), "plane sizes"), text(value.get(1), "a pixel format"),
                size(size.get(0), "a width"), size(size.get(1), "a height"), sizes(value.get(3), "line sizes"),
                metadata(value.get(4)), pixels);
    }

    private static Yaml.Mapping metadata(Yaml value) throws MalformedCplException {
        if (value instanceof Yaml.Mapping metadata) {
            return metadata;
        }
        throw new MalformedCplException("what is told of an image has no names");
    }

    private static CplMessage failure(Yaml value) throws MalformedCplException {
        if (value instanceof Yaml.Text(String text)) {
            return new CplMessage.Failure(text, "");
        }
        List<Yaml> parts = sequence(value, 2, "exception");
        String traceback = parts.get(1) instanceof Yaml.Text(String text) ? text : "";
        return new CplMessage.Failure(parts.get(0) instanceof Yaml.Text(String text) ? text : "", traceback);
    }

    private static List<Integer> sizes(Yaml value, String what) throws MalformedCplException {
        List<Integer> out = new ArrayList<>();
        for (Yaml each : sequence(value, PLANES, what)) {
            out.add(size(each, what));
        }
        return out;
    }

    private static int size(Yaml value, String what) throws MalformedCplException {
        if (value instanceof Yaml.Whole(long number) && number >= 0 && number <= Integer.MAX_VALUE) {
            return (int) number;
        }
        throw new MalformedCplException(what + " must be whole numbers from 0 on");
    }

    /** What is no usable number is a rate that is not known. */
    private static double rate(Yaml value) {
        double rate = switch (value) {
            case Yaml.Whole(long number) -> (double) number;
            case Yaml.Real(double number) -> number;
            case Yaml.Nothing _,Yaml.Truth _,Yaml.Text _,Yaml.Sequence _,Yaml.Mapping _ -> 0;
        };
        return rate > 0 && Double.isFinite(rate) ? rate : 0;
    }

    private static String text(Yaml value, String what) throws MalformedCplException {
        if (value instanceof Yaml.Text(String text)) {
            return text;
        }
        throw new MalformedCplException(what + " must be a text");
    }

    private static List<Yaml> sequence(Yaml value, int size, String what) throws MalformedCplException {
        if (value instanceof Yaml.Sequence(List<Yaml> items) && items.size() == size) {
            return items;
        }
        throw new MalformedCplException(what + " must be a sequence of " + size + " values");
    }

    private static String utf8(Bytes text) throws MalformedCplException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text.asByteBuffer()).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedCplException("the text is no UTF-8", e);
        }
    }

    /** A message as it goes over the wire, lengths in front. */
    public static Bytes encode(CplMessage message) {
        byte[] text = YamlWriter.write(yaml(message)).getBytes(StandardCharsets.UTF_8);
        Bytes binary = message instanceof CplMessage.Image image ? image.pixels() : Bytes.EMPTY;
        byte[] out = new byte[Math.addExact(CplFrame.HEADER_BYTES + text.length, binary.length())];
        ByteBuffer.wrap(out).putInt(text.length).putInt(binary.length()).put(text);
        binary.copyTo(out, CplFrame.HEADER_BYTES + text.length);
        return Bytes.wrap(out);
    }

    private static Yaml yaml(CplMessage message) {
        return switch (message) {
            case CplMessage.StartedPlaying _ -> named("started_playing", Yaml.NOTHING);
            case CplMessage.StoppedPlaying _ -> named("stopped_playing", Yaml.NOTHING);
            case CplMessage.StoppedRecording _ -> named("stopped_recording", Yaml.NOTHING);
            case CplMessage.StartedRecording(String format, int width, int height, double rate) ->
                named("started_recording", Yaml.sequence(new Yaml.Text(format), new Yaml.Whole(width),
                        new Yaml.Whole(height), number(rate)));
            case CplMessage.Image image -> named("image", Yaml.sequence(sizes(image.planeBytes()),
                    new Yaml.Text(image.pixelFormat()),
                    Yaml.sequence(new Yaml.Whole(image.widthPx()), new Yaml.Whole(image.heightPx())),
                    sizes(image.lineBytes()), image.metadata()));
            case CplMessage.Failure(String text, String traceback) ->
                named("exception", Yaml.sequence(new Yaml.Text(text), new Yaml.Text(traceback)));
            case CplMessage.Unknown(String name) -> named(name, Yaml.NOTHING);
        };
    }

    private static Yaml named(String name, Yaml value) {
        return Yaml.sequence(new Yaml.Text(name), value);
    }

    private static Yaml sizes(List<Integer> sizes) {
        return new Yaml.Sequence(sizes.stream().map(each -> (Yaml) new Yaml.Whole(each)).toList());
    }

    private static Yaml number(double rate) {
        return rate == Math.rint(rate) && rate < 1e9 ? new Yaml.Whole((long) rate) : new Yaml.Real(rate);
    }
}
