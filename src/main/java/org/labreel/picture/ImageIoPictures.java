package org.labreel.picture;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.labreel.model.Bytes;

/** The JDK's picture readers, brought to the same pixels: samples as stored, no colour profile, no EXIF rotation. */
final class ImageIoPictures {
    private ImageIoPictures() {
    }

    /**
     * @param taken
     *            size of the picture
     * @param half
     *            whether every second pixel of every second row will do
     */
    static Picture decode(Bytes data, PictureSize taken, boolean half, Optional<Picture> reuse)
            throws PictureException {
        boolean png = PictureSize.isPng(data);
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg");
        ImageReader reader = readers.next();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
        try (ImageInputStream in = new MemoryCacheImageInputStream(new BytesStream(data))) {
            reader.setInput(in, true, true);
            Picture picture = Picture.of(half ? taken.half() : taken, taken, reuse);
            ImageReadParam how = reader.getDefaultReadParam();
            if (half) {
                how.setSourceSubsampling(2, 2, 0, 0);
            }
            int channels = png ? 0 : JpegScan.toFrameHeader(data).map(JpegScan::components).orElse(0);
            if (channels == 4) {
                Cmyk.fill(reader.readRaster(0, how), JpegScan.toFrameHeader(data).orElseThrow(), picture);
            } else {
                fill(reader.read(0, how), png, picture);
            }
            picture.setDamage(damage(data, png, warnings));
            return picture;
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw all kinds of unchecked exceptions on damaged data.
            throw new PictureException("nothing of the picture can be shown: its data are damaged", e);
        } finally {
            reader.dispose();
        }
    }

    private static Optional<String> damage(Bytes data, boolean png, List<String> warnings) {
        Optional<String> cutOff = png ? Optional.empty() : JpegCheck.cheap(data);
        return cutOff.isPresent() || warnings.isEmpty() ? cutOff : Optional.of("the picture's data are damaged");
    }

    private static void fill(BufferedImage image, boolean png, Picture picture) throws IIOException {
        if (image.getWidth() != picture.width() || image.getHeight() != picture.height()) {
            throw new IIOException("the size differs from that in the header");
        }
        Raster raster = image.getRaster();
        // Samples are taken as they are: the colour model would bend grey values and apply profiles.
        boolean raw = png
                ? image.getColorModel() instanceof ComponentColorModel
                : raster.getNumBands() == 1 || raster.getNumBands() == 3;
        int shift = raster.getSampleModel().getSampleSize(0) == 16 ? 8 : 0;
        int width = picture.width();
        int bands = raster.getNumBands();
        int[] row = new int[width * (raw ? bands : 1)];
        ByteBuffer out = picture.pixels().clear();
        for (int y = 0; y < picture.height(); y++) {
            if (raw) {
                raster.getPixels(0, y, width, 1, row);
            } else {
                image.getRGB(0, y, width, 1, row, 0, width);
            }
            for (int x = 0; x < width; x++) {
                out.putInt(raw ? bgraOfSamples(row, x * bands, bands, shift) : bgraOfArgb(row[x]));
            }
        }
        out.clear();
    }

    /** Of one or two bands the first is grey, of three or four the first are red, green and blue. */
    private static int bgraOfSamples(int[] row, int at, int bands, int shift) {
        int red = row[at] >> shift;
        int green = bands < 3 ? red : row[at + 1] >> shift;
        int blue = bands < 3 ? red : row[at + 2] >> shift;
        return blue << 24 | green << 16 | red << 8 | 0xFF;
    }

    private static int bgraOfArgb(int argb) {
        return Integer.reverseBytes(argb) | 0xFF;
    }
}
