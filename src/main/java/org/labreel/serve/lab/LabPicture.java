package org.labreel.serve.lab;

import java.util.Arrays;
import java.util.List;
import org.labreel.model.Point;
import org.labreel.model.Transform;
import org.labreel.picture.Picture;

/** Draws what the camera sees, frame after frame, into the same picture. One thread at a time. */
final class LabPicture {
    private static final Point VOLTAGE_LIGHT = new Point(16.15, -2.9);
    private static final Point POWER_LIGHT = new Point(-5.1, -2.9);

    private final Transform toPixels;
    private final byte[] backdrop;
    private final Sensor sensor = new Sensor();
    private final DropletPainter droplets;
    private final Picture picture;

    LabPicture(LabBoard board, int width, int height) {
        toPixels = Pose.of(width, height);
        droplets = new DropletPainter(toPixels, width, height);
        backdrop = StoredBackdrop.of(width, height).orElseGet(() -> paint(board, width, height));
        picture = new Picture(width, height);
    }

    /** All that does not move: the board, and the liquid in its reservoirs. */
    static byte[] paint(LabBoard board, int width, int height) {
        DropletPainter pools = new DropletPainter(Pose.of(width, height), width, height);
        byte[] out = Backdrop.paint(board, width, height);
        for (List<Lobe> pool : new Reservoirs(board).bodies()) {
            pools.paint(pool, Arrays.copyOf(out, out.length), out, (value, _) -> (byte) (int) value);
        }
        return out;
    }

    /** Board units to pixels. */
    Transform toPixels() {
        return toPixels;
    }

    /** The picture of a scene, to be used before the next is drawn. */
    Picture draw(Scene scene) {
        byte[] pixels = picture.pixels().array();
        sensor.next(scene.seconds());
        sensor.expose(backdrop, pixels);
        for (List<Lobe> body : scene.bodies()) {
            droplets.paint(body, backdrop, pixels, sensor::expose);
        }
        glow(POWER_LIGHT, 30, 235, 90, pixels);
        if (scene.highVoltageOn()) {
            glow(VOLTAGE_LIGHT, 255, 120, 20, pixels);
        }
        return picture;
    }

    /** A small lamp on the board. */
    private void glow(Point at, int red, int green, int blue, byte[] pixels) {
        Point centre = toPixels.apply(at);
        double unit = toPixels.apply(at.plus(new Point(1, 0))).distanceTo(centre);
        int reach = (int) Math.ceil(unit * 1.3);
        for (int y = (int) centre.y() - reach; y <= centre.y() + reach; y++) {
            for (int x = (int) centre.x() - reach; x <= centre.x() + reach; x++) {
                if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height()) {
                    continue;
                }
                double r = Math.hypot(x - centre.x(), y - centre.y()) / unit;
                double core = Math.exp(-r * r / 0.012);
                double halo = 0.34 * Math.exp(-r * r / 0.16);
                int i = (y * picture.width() + x) * 4;
                add(pixels, i, blue * halo + (blue * 0.4 + 150) * core);
                add(pixels, i + 1, green * halo + (green * 0.4 + 150) * core);
                add(pixels, i + 2, red * halo + (red * 0.4 + 150) * core);
            }
        }
    }

    private static void add(byte[] pixels, int i, double light) {
        pixels[i] = (byte) Math.min(255, (pixels[i] & 255) + (int) light);
    }
}
