package org.labreel.feed.pi;

import java.util.List;
import java.util.Optional;

/** Commands to messages and back. */
public final class PiCommands {
    private PiCommands() {
    }

    public static PiMessage message(PiCommand command, PiDialect dialect) {
        return switch (command) {
            case PiCommand.StartRecording _ -> PiMessage.of(PiProtocol.START_RECORDING, dialect.start());
            case PiCommand.StopRecording _ -> PiMessage.of(PiProtocol.STOP_RECORDING, dialect.stop());
            case PiCommand.SaveRecording _ -> PiMessage.of(PiProtocol.SAVE_RECORDING, dialect.save());
            case PiCommand.SetBrightness(int percent) ->
                PiMessage.of(PiProtocol.SET_BRIGHTNESS, PlainValue.of(percent));
            case PiCommand.SetContrast(int percent) -> PiMessage.of(PiProtocol.SET_CONTRAST, PlainValue.of(percent));
            case PiCommand.SetAnnotation(Annotation a) -> PiMessage.of(PiProtocol.SET_ANNOTATION,
                    orNone(a.text().map(PlainValue::of)), orNone(a.colour().map(PlainValue::of)),
                    orNone(a.size().map(PlainValue::of)), orNone(a.frameNumbers().map(PlainValue::of)));
            case PiCommand.SetCapture(Capture c, boolean stop) -> PiMessage.of(PiProtocol.SET_CAPTURE,
                    new PlainValue.Tuple(List.of(PlainValue.of(c.width()), PlainValue.of(c.height()),
                            PlainValue.of(c.framesPerSecond()))),
                    PlainValue.of(stop));
            case PiCommand.SetRotation(int degrees) -> PiMessage.of(PiProtocol.SET_ROTATION, PlainValue.of(degrees));
            case PiCommand.CloseCamera _ -> PiMessage.of(PiProtocol.CLOSE_CAMERA, dialect.close());
            case PiCommand.Unknown(int number) -> PiMessage.of(number);
        };
    }

    private static PlainValue orNone(Optional<PlainValue> value) {
        return value.orElse(PlainValue.NONE);
    }

    /**
     * @throws MalformedMessageException
     *             when its arguments are not what the command takes, or out of bounds
     */
    public static PiCommand read(PiMessage message) throws MalformedMessageException {
        try {
            return switch (message.command()) {
                // Their arguments are nowhere written down; whatever they are, the command is clear.
                case PiProtocol.START_RECORDING -> new PiCommand.StartRecording();
                case PiProtocol.STOP_RECORDING -> new PiCommand.StopRecording();
                case PiProtocol.SAVE_RECORDING -> new PiCommand.SaveRecording();
                case PiProtocol.CLOSE_CAMERA -> new PiCommand.CloseCamera();
                case PiProtocol.SET_BRIGHTNESS ->
                    new PiCommand.SetBrightness(new PiArguments(message, "the brightness", 1).whole(0));
                case PiProtocol.SET_CONTRAST ->
                    new PiCommand.SetContrast(new PiArguments(message, "the contrast", 1).whole(0));
                case PiProtocol.SET_ROTATION ->
                    new PiCommand.SetRotation(new PiArguments(message, "the rotation", 1).whole(0));
                case PiProtocol.SET_ANNOTATION -> annotation(new PiArguments(message, "the annotation", 4));
                case PiProtocol.SET_CAPTURE -> capture(new PiArguments(message, "size and rate", 2));
                default -> new PiCommand.Unknown(message.command());
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()));
        }
    }

    private static PiCommand annotation(PiArguments arguments) throws MalformedMessageException {
        return new PiCommand.SetAnnotation(new Annotation(arguments.optionalText(0), arguments.optionalText(1),
                arguments.optionalWhole(2), arguments.optionalFlag(3)));
    }

    private static PiCommand capture(PiArguments arguments) throws MalformedMessageException {
        List<PlainValue> parts = arguments.items(0, 3);
        return new PiCommand.SetCapture(new Capture(arguments.whole(parts.get(0)), arguments.whole(parts.get(1)),
                arguments.whole(parts.get(2))), arguments.optionalFlag(1).orElse(false));
    }
}
