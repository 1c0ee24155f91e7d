package org.labreel.feed.cpl;

import java.util.Optional;
import org.labreel.model.Bytes;
import org.labreel.picture.JpegComment;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureEncoder;
import org.labreel.picture.PictureException;
import org.labreel.picture.PngWriter;
import org.labreel.picture.RawPicture;
import org.labreel.picture.RawReader;

/** Frames to JPEG or PNG, with all that the recorder told of them as a comment inside. One thread. */
final class FrameEncoder implements AutoCloseable {
    /** Of the encoder, a little under what the format could hold. */
    private static final int LONGEST_JPEG_SIDE = 65_500;

    private final CplAddress.Picture kind;
    private final int quality;
    private Optional<PictureEncoder> jpegs = Optional.empty();
    private Optional<Picture> pixels = Optional.empty();

    /** A picture and its size. */
    record Made(int widthPx, int heightPx, Bytes picture) {
    }

    FrameEncoder(CplAddress.Picture kind, int quality) {
        this.kind = kind;
        this.quality = quality;
    }

    /** Makes ready what the first frame needs. */
    void warmUp() {
        if (kind == CplAddress.Picture.JPEG && jpegs.isEmpty()) {
            jpegs = Optional.of(PictureEncoder.best());
        }
    }

    Made encode(CplMessage.Image image) throws MalformedCplException {
        RawPicture raw = image.picture();
        String told = told(image);
        return new Made(raw.widthPx(), raw.heightPx(), switch (kind) {
            case PNG -> PngWriter.png(raw, told);
            case JPEG -> jpeg(raw, told);
        });
    }

    /** The pixel format, then the metadata as YAML: "count: 1", "t: 0.033366700033366704". */
    private static String told(CplMessage.Image image) {
        StringBuilder out = new StringBuilder("cpl_media ").append(image.pixelFormat()).append('\n');
        return out.append(YamlWriter.write(image.metadata())).toString();
    }

    private Bytes jpeg(RawPicture raw, String told) throws MalformedCplException {
        if (Math.max(raw.widthPx(), raw.heightPx()) > LONGEST_JPEG_SIDE) {
            throw new MalformedCplException("a JPEG has at most " + LONGEST_JPEG_SIDE + " pixels a side, this frame "
                    + raw.widthPx() + "x" + raw.heightPx() + "; format=png in the address takes it");
        }
        warmUp();
        PictureEncoder encoder = jpegs.orElseThrow();
        Picture picture = RawReader.picture(raw, pixels);
        pixels = Optional.of(picture);
        try {
            return JpegComment.add(encoder.jpeg(picture, quality), told);
        } catch (PictureException e) {
            throw new MalformedCplException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        jpegs.ifPresent(PictureEncoder::close);
    }
}
