package org.labreel.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The system's libturbojpeg, when it is installed (Debian: libturbojpeg0): the fastest C peer. */
@SuppressWarnings("restricted")
final class TurboJpeg {
    private static final int TJPF_BGRA = 8;

    private final MethodHandle decompress;
    private final MemorySegment handle;

    private TurboJpeg(MethodHandle decompress, MemorySegment handle) {
        this.decompress = decompress;
        this.handle = handle;
    }

    static Optional<TurboJpeg> ofThisMachine() {
        try {
            SymbolLookup library = SymbolLookup.libraryLookup("libturbojpeg.so.0", Arena.global());
            Linker linker = Linker.nativeLinker();
            MethodHandle init = linker.downcallHandle(library.findOrThrow("tjInitDecompress"),
                    FunctionDescriptor.of(ValueLayout.ADDRESS));
            MethodHandle decompress = linker.downcallHandle(library.findOrThrow("tjDecompress2"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            return Optional.of(new TurboJpeg(decompress, (MemorySegment) init.invokeExact()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("libturbojpeg is there but cannot be called", e);
        }
    }

    void decode(MemorySegment jpeg, MemorySegment bgra, int width, int height) {
        try {
            int result = (int) decompress.invokeExact(handle, jpeg, jpeg.byteSize(), bgra, width, width * 4, height,
                    TJPF_BGRA, 0);
            if (result != 0) {
                throw new IllegalStateException("libturbojpeg refused the picture");
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
