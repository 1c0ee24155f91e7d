package org.labreel.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labreel.export.Box;
import org.labreel.export.Crop;
import org.labreel.export.Rotation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of pictures as they are typed. */
final class ExportNumbers {
    private ExportNumbers() {
    }

    private static Matcher matching(String pattern, String value, String otherwise) {
        Matcher matcher = Pattern.compile(pattern).matcher(value.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + value + "' is not " + otherwise);
        }
        return matcher;
    }

    /** Reads x,y,w,h. */
    static final class OfCrop implements ITypeConverter<Crop> {
        @Override
        public Crop convert(String value) {
            Matcher m = matching("(\\d{1,5}),(\\d{1,5}),(\\d{1,5}),(\\d{1,5})", value,
                    "x,y,width,height in pixels, such as 100,50,640,480");
            return new Crop(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)),
                    Integer.parseInt(m.group(4)));
        }
    }

    /** Reads WxH. */
    static final class OfBox implements ITypeConverter<Box> {
        @Override
        public Box convert(String value) {
            Matcher m = matching("(\\d{1,5})[xX](\\d{1,5})", value, "WIDTHxHEIGHT in pixels, such as 960x720");
            return new Box(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
        }
    }

    /** Reads degrees. */
    static final class OfRotation implements ITypeConverter<Rotation> {
        @Override
        public Rotation convert(String value) {
            return switch (value.strip()) {
                case "0" -> Rotation.NONE;
                case "90" -> Rotation.RIGHT;
                case "180" -> Rotation.HALF;
                case "270", "-90" -> Rotation.LEFT;
                default -> throw new TypeConversionException("'" + value + "' is none of 0, 90, 180, 270");
            };
        }
    }
}
