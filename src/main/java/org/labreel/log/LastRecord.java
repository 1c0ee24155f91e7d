package org.labreel.log;

import org.labreel.codec.EventCodec;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;

/** Whether the last record of a log, which ends in zeros, is one whose end was lost in a power cut. */
final class LastRecord {
    private LastRecord() {
    }

    /**
     * @param body
     *            ends in a zero
     */
    static boolean breaksOff(Bytes body) {
        try {
            return EventCodec.decode(body) instanceof DeviceEvent.Image image && jpegBreaksOff(image.data());
        } catch (MalformedEventException _) {
            return true;
        }
    }

    /** A JPEG ends with its end mark, behind which there may be zeros to fill up. Nothing is said of other data. */
    private static boolean jpegBreaksOff(Bytes jpeg) {
        int end = jpeg.length();
        while (end > 0 && jpeg.at(end - 1) == 0) {
            end--;
        }
        boolean isJpeg = jpeg.length() > 2 && (jpeg.at(0) & 255) == 0xff && (jpeg.at(1) & 255) == 0xd8;
        boolean ends = end > 3 && (jpeg.at(end - 2) & 255) == 0xff && (jpeg.at(end - 1) & 255) == 0xd9;
        return isJpeg && end < jpeg.length() && !ends;
    }
}
