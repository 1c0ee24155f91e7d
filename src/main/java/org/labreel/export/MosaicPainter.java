package org.labreel.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;

/** Puts the pictures of several cameras into one. One thread at a time. */
final class MosaicPainter {
    private final Mosaic mosaic;
    private final OpenLogs logs;
    private final PictureDecoder decoder;
    private final Picture whole;
    private final List<Side> sides = new ArrayList<>();
    private Optional<PictureSize> leading = Optional.empty();

    /** What one camera needs for itself. */
    private static final class Side {
        private final Picture cell;
        private final Optional<BufferedImage> label;
        private final Composer composer = new Composer();
        private Optional<Picture> decoded = Optional.empty();

        Side(Picture cell, Optional<BufferedImage> label) {
            this.cell = cell;
            this.label = label;
        }
    }

    MosaicPainter(Mosaic mosaic, OpenLogs logs, PictureDecoder decoder) throws IOException {
        this.mosaic = mosaic;
        this.logs = logs;
        this.decoder = decoder;
        this.whole = new Picture(mosaic.size().width(), mosaic.size().height());
        for (int i = 0; i < mosaic.cells().size(); i++) {
            Mosaic.Cell cell = mosaic.cells().get(i);
            sides.add(new Side(new Picture(cell.width(), cell.height()), label(cell, mosaic.label(i))));
        }
    }

    /** Drawn once: it is the same on every picture. */
    private static Optional<BufferedImage> label(Mosaic.Cell cell, String text) throws IOException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Lettering lettering = new Lettering(cell.width(), cell.height(), 0, "");
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        String fitted = lettering.fitted(measure, text, cell.width() - 2.0 * lettering.margin());
        Rectangle2D plate = lettering.plate(measure, fitted);
        measure.dispose();
        BufferedImage image = new BufferedImage((int) Math.ceil(plate.getWidth()), (int) Math.ceil(plate.getHeight()),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        lettering.draw(g, fitted, 0, 0, Color.WHITE);
        g.dispose();
        return Optional.of(image);
    }

    /** All pictures of a moment, which stay until the next is asked for; with what is wrong with any of them. */
    Picture show(PlannedFrame frame) throws IOException {
        Composer.black(whole);
        leading = Optional.empty();
        Optional<String> damage = draw(0, logs.of(frame), frame.frame());
        for (int i = 0; i < mosaic.cameras(); i++) {
            int beside = mosaic.beside(i, frame);
            Optional<String> also = beside < 0 ? Optional.empty() : draw(i + 1, mosaic.camera(i), beside);
            damage = damage.or(() -> also);
            if (beside < 0) {
                label(i + 1);
            }
        }
        whole.setDamage(damage);
        return whole;
    }

    private Optional<String> draw(int number, LogReader log, int frame) throws IOException {
        Side side = sides.get(number);
        Optional<String> damage;
        try {
            Bytes image = log.image(frame);
            PictureSize size = PictureSize.read(image);
            Picture picture = decoder.decode(image, side.decoded);
            side.decoded = Optional.of(picture);
            side.composer.compose(picture, mosaic.cells().get(number).place(size), side.cell);
            copy(side.cell, mosaic.cells().get(number));
            leading = number == 0 ? Optional.of(size) : leading;
            damage = picture.damage();
        } catch (PictureException | MalformedEventException e) {
            damage = Optional.of(String.valueOf(e.getMessage()));
        }
        label(number);
        return damage.map(what -> log.file().getFileName() + ": " + what);
    }

    private void copy(Picture from, Mosaic.Cell cell) {
        for (int row = 0; row < cell.height(); row++) {
            System.arraycopy(from.pixels().array(), row * cell.width() * 4, whole.pixels().array(),
                    ((cell.y() + row) * whole.width() + cell.x()) * 4, cell.width() * 4);
        }
    }

    /** At the upper right, where neither the time nor the caption of the clip is. */
    private void label(int number) {
        sides.get(number).label.ifPresent(label -> {
            Mosaic.Cell cell = mosaic.cells().get(number);
            IntBuffer pixels = whole.pixels().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
            int left = cell.x() + cell.width() - label.getWidth();
            for (int y = 0; y < Math.min(label.getHeight(), cell.height()); y++) {
                for (int x = Math.max(0, -left); x < label.getWidth(); x++) {
                    int at = (cell.y() + y) * whole.width() + left + x;
                    pixels.put(at, over(premultiplied(label, x, y), pixels.get(at)));
                }
            }
        });
    }

    private static int premultiplied(BufferedImage label, int x, int y) {
        return label.getRaster().getDataBuffer() instanceof java.awt.image.DataBufferInt ints
                ? ints.getData()[y * label.getWidth() + x]
                : 0;
    }

    private static int over(int above, int below) {
        int rest = 255 - (above >>> 24);
        int sum = 0xff << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            int value = (above >>> shift & 0xff) + ((below >>> shift & 0xff) * rest + 127) / 255;
            sum |= Math.min(255, value) << shift;
        }
        return sum;
    }

    /** Size of the leading camera's last picture; empty when it was damaged beyond that. */
    Optional<PictureSize> leadingSize() {
        return leading;
    }

    /** From pixels of the leading camera's last picture to pixels of the whole. */
    Optional<Transform> leadingToWhole() {
        return leading.map(size -> mosaic.cells().getFirst().place(size).transform());
    }
}
