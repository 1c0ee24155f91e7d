package org.labreel.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.labreel.model.Bytes;
import org.w3c.dom.NodeList;

/** Pictures for tests, with known colours: soft gradients and a few large shapes. */
final class Jpegs {
    private Jpegs() {
    }

    static Picture scene(int width, int height) {
        Picture picture = new Picture(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.pixels().putInt(Integer.reverseBytes(argb(x, y, width, height)));
            }
        }
        picture.pixels().clear();
        return picture;
    }

    static BufferedImage image(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, argb(x, y, width, height));
            }
        }
        return image;
    }

    /** Grey gradient with a blue, a red and a white shape; the shapes lie on multiples of 16 pixels. */
    private static int argb(int x, int y, int width, int height) {
        if (x / 16 == 1 && y / 16 == 1) {
            return 0xFF2040E0;
        }
        if (x / 16 == 3 && y / 16 == 1) {
            return 0xFFD02010;
        }
        if (x / 16 == 5 && y / 16 >= 2) {
            return 0xFFFFFFFF;
        }
        int level = 255 * (x + y) / Math.max(1, width + height - 2);
        return 0xFF000000 | level << 16 | level << 8 | 255 - level;
    }

    static Bytes sampled(int width, int height, int horizontal, int vertical) {
        return write(new IIOImage(image(width, height, BufferedImage.TYPE_3BYTE_BGR), null, null), false, horizontal,
                vertical);
    }

    static Bytes progressive(int width, int height) {
        return write(new IIOImage(image(width, height, BufferedImage.TYPE_3BYTE_BGR), null, null), true, 0, 0);
    }

    /** A ramp of stored grey values, 0 at the left and 255 at the right. */
    static Bytes greyRamp(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, 255 * x / (width - 1));
            }
        }
        return write(new IIOImage(image, null, null), false, 0, 0);
    }

    /** Ink levels the same all over, stored as given. */
    static Bytes inks(int width, int height, int cyan, int magenta, int yellow, int black) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[]{cyan, magenta, yellow, black});
            }
        }
        return write(new IIOImage(raster, null, null), false, 0, 0);
    }

    private static Bytes write(IIOImage image, boolean progressive, int horizontal, int vertical) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(0.95f);
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            if (horizontal > 0) {
                image.setMetadata(sampling(writer, parameters, image, horizontal, vertical));
            }
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return Bytes.wrap(bytes.toByteArray());
    }

    /** With Huffman tables made for this picture. */
    static Bytes optimized(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            JPEGImageWriteParam parameters = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            parameters.setOptimizeHuffmanTables(true);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return Bytes.wrap(bytes.toByteArray());
    }

    /**
     * A mid-grey picture of 16-pixel squares, with a restart marker behind each unit. Its units are all alike, so that
     * their bits can be put together by hand.
     */
    static Bytes withRestarts(int across, int down) {
        byte[] header = sampled(16, 16, 2, 2).toArray();
        int scan = 2;
        while ((header[scan + 1] & 0xFF) != 0xDA) {
            scan += 2 + ((header[scan + 2] & 0xFF) << 8 | (header[scan + 3] & 0xFF));
        }
        int data = scan + 2 + ((header[scan + 2] & 0xFF) << 8 | (header[scan + 3] & 0xFF));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(header, 0, scan);
        out.writeBytes(new byte[]{(byte) 0xFF, (byte) 0xDD, 0, 4, 0, 1});
        out.write(header, scan, data - scan);
        for (int unit = 0; unit < across * down; unit++) {
            if (unit > 0) {
                out.write(0xFF);
                out.write(0xD0 + (unit - 1) % 8);
            }
            // By annex K a grey unit is four times 00 1010 (luma), twice 00 00 (chroma), filled up with ones.
            out.writeBytes(new byte[]{0b00101000, (byte) 0b10100010, (byte) 0b10001010, 0b00000000});
        }
        out.write(0xFF);
        out.write(0xD9);
        return withSize(Bytes.wrap(out.toByteArray()), 16 * across, 16 * down);
    }

    private static IIOMetadata sampling(ImageWriter writer, ImageWriteParam parameters, IIOImage image, int horizontal,
            int vertical) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image.getRenderedImage()), parameters);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        NodeList components = root.getElementsByTagName("componentSpec");
        IIOMetadataNode luma = (IIOMetadataNode) components.item(0);
        luma.setAttribute("HsamplingFactor", Integer.toString(horizontal));
        luma.setAttribute("VsamplingFactor", Integer.toString(vertical));
        metadata.setFromTree(format, root);
        return metadata;
    }

    /** With a marker segment put behind the start mark. */
    static Bytes withSegment(Bytes jpeg, int marker, byte[] content) {
        byte[] old = jpeg.toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(old, 0, 2);
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
        out.write(old, 2, old.length - 2);
        return Bytes.wrap(out.toByteArray());
    }

    /** With another size written into its frame header. */
    static Bytes withSize(Bytes jpeg, int width, int height) {
        byte[] bytes = jpeg.toArray();
        for (int i = 2; i < bytes.length; i += 2 + (((bytes[i + 2] & 0xFF) << 8) | (bytes[i + 3] & 0xFF))) {
            if ((bytes[i + 1] & 0xFF) == 0xC0) {
                bytes[i + 5] = (byte) (height >> 8);
                bytes[i + 6] = (byte) height;
                bytes[i + 7] = (byte) (width >> 8);
                bytes[i + 8] = (byte) width;
                return Bytes.wrap(bytes);
            }
        }
        throw new IllegalArgumentException("no baseline frame header");
    }

    /** Largest difference of one colour value of one pixel. */
    static int largestDifference(Picture one, Picture other) {
        int largest = 0;
        for (int i = 0; i < one.pixels().capacity(); i++) {
            largest = Math.max(largest, Math.abs((one.pixels().get(i) & 0xFF) - (other.pixels().get(i) & 0xFF)));
        }
        return largest;
    }

    /** Mean difference of the colour values. */
    static double meanDifference(Picture one, Picture other) {
        double sum = 0;
        for (int i = 0; i < one.pixels().capacity(); i++) {
            sum += Math.abs((one.pixels().get(i) & 0xFF) - (other.pixels().get(i) & 0xFF));
        }
        return sum / (one.width() * one.height() * 3.0);
    }

    /** Red, green and blue of a pixel. */
    static int[] rgb(Picture picture, int x, int y) {
        int at = (y * picture.width() + x) * 4;
        return new int[]{picture.pixels().get(at + 2) & 0xFF, picture.pixels().get(at + 1) & 0xFF,
                picture.pixels().get(at) & 0xFF};
    }
}
