package org.labreel.model;

/** A point of the board (board units) or of a frame (pixels, y down); the holder says which. */
public record Point(double x, double y) {
    public Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    /** Turned about {@code centre} by {@code degrees}, from the x axis towards the y axis. */
    public Point rotatedAbout(Point centre, double degrees) {
        double radians = Math.toRadians(degrees);
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        Point d = minus(centre);
        return new Point(centre.x + d.x * cos - d.y * sin, centre.y + d.x * sin + d.y * cos);
    }

    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
