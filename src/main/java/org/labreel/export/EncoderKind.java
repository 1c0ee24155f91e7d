package org.labreel.export;

/** Whose H.264 encoder. */
public enum EncoderKind {
    FFMPEG, HUMBLE
}
