package org.labreel.ui.export;

/** What a remark is about, in the order of the sheet. */
enum Field {
    RANGES, TARGET, MAX_SIZE, SPEED, RATE, GAPS, CROP, SIZE, ELECTRODES, SCALE, CAPTION, LETTERS, FONT, ENCODER
}
