package org.labreel.export;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * Lets a thread, and all threads that it starts, step back behind others. Java's own priorities do nothing on Linux,
 * and do not reach the encoder's threads; the system's niceness does, and is inherited.
 */
final class LowPriority {
    private static final int NICE = 15;

    private LowPriority() {
    }

    /** For the calling thread, which cannot go back: it should end with the work. */
    @SuppressWarnings({"restricted", "ThreadPriorityCheck"}) // Nothing depends on it but how the rest feels.
    static void ofThisThread() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle setPriority = linker.downcallHandle(
                    linker.defaultLookup().find("setpriority").orElseThrow(), FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            // On Linux each thread has its own; 0, 0 = the calling one.
            int result = (int) setPriority.invokeExact(0, 0, NICE);
            LoggerFactory.getLogger(LowPriority.class).debug("niceness {}: {}", NICE, result);
        } catch (Throwable e) {
            // An export that is not nice is still an export.
            LoggerFactory.getLogger(LowPriority.class).debug("no niceness: {}", e.toString());
        }
    }
}
