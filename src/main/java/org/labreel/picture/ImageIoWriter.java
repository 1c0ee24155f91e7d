package org.labreel.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.labreel.model.Bytes;

/** The JDK's picture writers. */
final class ImageIoWriter {
    private ImageIoWriter() {
    }

    static Bytes jpeg(Picture picture, int quality) throws PictureException {
        return write(picture, "jpeg", Math.clamp(quality, 1, 100) / 100f);
    }

    static Bytes png(Picture picture) throws PictureException {
        return write(picture, "png", 0);
    }

    private static Bytes write(Picture picture, String format, float quality) throws PictureException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.width() * picture.height() / 4 + 1024);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (quality > 0) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(picture), null, null), parameters);
            out.flush();
        } catch (IOException e) {
            throw new PictureException("the picture could not be written as " + format, e);
        } finally {
            writer.dispose();
        }
        return Bytes.wrap(bytes.toByteArray());
    }

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        byte[] bgra = picture.pixels().array();
        for (int from = 0, to = 0; to < bgr.length; from += 4, to += 3) {
            bgr[to] = bgra[from];
            bgr[to + 1] = bgra[from + 1];
            bgr[to + 2] = bgra[from + 2];
        }
        return image;
    }
}
