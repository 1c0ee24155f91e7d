package org.labreel.export;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Hands chapters to a file that is to be written. */
final class FFmpegChapters {
    private static final String BEFORE_THE_FIRST = "Start";

    private final List<Chapter> chapters;

    /** In order; players want the first to begin with the clip, so that one is added when there is none. */
    FFmpegChapters(List<Chapter> marked) {
        List<Chapter> all = new ArrayList<>(marked);
        if (!all.isEmpty() && all.getFirst().pts() > 0) {
            all.addFirst(new Chapter(0, BEFORE_THE_FIRST));
        }
        chapters = all;
    }

    /** The context frees them with itself. */
    void addTo(AVFormatContext context, long endPts) {
        if (chapters.isEmpty()) {
            return;
        }
        PointerPointer<AVChapter> list = new PointerPointer<>(
                avutil.av_mallocz((long) chapters.size() * Pointer.sizeof(Pointer.class)));
        for (int i = 0; i < chapters.size(); i++) {
            long end = i + 1 < chapters.size() ? chapters.get(i + 1).pts() : endPts;
            list.put(i, described(i, chapters.get(i), Math.max(end, chapters.get(i).pts())));
        }
        context.chapters(list);
        context.nb_chapters(chapters.size());
    }

    private static AVChapter described(int number, Chapter chapter, long end) {
        AVChapter made = new AVChapter(avutil.av_mallocz(Pointer.sizeof(AVChapter.class)));
        made.id(number);
        made.time_base(new AVRational().num(1).den(ExportPlan.TICKS_PER_SECOND));
        made.start(chapter.pts());
        made.end(end);
        AVDictionary words = new AVDictionary(null);
        avutil.av_dict_set(words, "title", chapter.title(), 0);
        made.metadata(words);
        return made;
    }
}
