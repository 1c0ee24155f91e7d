package org.labreel.serve.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.labreel.picture.PictureEncoder;

/**
 * Writes frames of the demo as PNG for people to look at, and logs how long drawing takes: {@code FOLDER SECONDS...}
 */
final class LookAtTheDemo {
    private LookAtTheDemo() {
    }

    public static void main(String[] args) throws Exception {
        Instant start = Instant.EPOCH;
        LabBoard board = LabBoard.load();
        SimulatedDevice device = new SimulatedDevice(board, start, new Random(1));
        long t0 = System.nanoTime();
        LabPicture picture = new LabPicture(board, 1024, 768);
        System.out.printf("backdrop %.0f ms%n", (System.nanoTime() - t0) / 1e6);
        for (int i = 1; i < args.length; i++) {
            long until = (long) (Double.parseDouble(args[i]) * 1000);
            while (device.now().toEpochMilli() < until) {
                device.advance(device.now().plusMillis(20));
            }
            Path file = Path.of(args[0], "demo-" + args[i] + ".png");
            Files.write(file, PictureEncoder.png(picture.draw(device.scene(device.now()))).toArray());
        }
        try (PictureEncoder encoder = PictureEncoder.best()) {
            for (int round = 0; round < 5; round++) {
                long draw = 0;
                long encode = 0;
                int bytes = 0;
                for (int i = 0; i < 60; i++) {
                    long a = System.nanoTime();
                    var drawn = picture.draw(device.scene(device.now().plusMillis(33)));
                    long b = System.nanoTime();
                    bytes = encoder.jpeg(drawn, 85).length();
                    draw += b - a;
                    encode += System.nanoTime() - b;
                }
                System.out.printf("draw %.1f ms, encode %.1f ms, %d bytes%n", draw / 60e6, encode / 60e6, bytes);
            }
        }
    }
}
