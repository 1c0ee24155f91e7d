package org.labreel.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the benchmark of the given name, or all. */
public final class Bench {
    private Bench() {
    }

    public static void main(String[] args) {
        try {
            run(args);
            System.exit(0);
        } catch (Exception | Error e) {
            // Else the toolkit's thread would keep the process alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Map<String, Duel.Work> all = new LinkedHashMap<>();
        all.put("decode", DecodeBench::run);
        all.put("show", ShowBench::run);
        all.put("grid", GridBench::run);
        all.put("record", RecordBench::run);
        all.put("trigger", TriggerBench::run);
        all.put("start", StartBench::run);
        all.put("export", ExportDuel::run);
        all.put("pdlog", ExportDuel::againstPdlog);
        all.put("index", IndexBench::run);
        all.put("seek", SeekBench::run);
        all.put("huge", HugeBench::run);
        all.put("timeline", TimelineBench::run);
        all.put("relay", RelayBench::run);
        all.put("cpl", CplBench::run);
        String wanted = args.length == 0 ? "all" : args[0];
        if (!wanted.equals("all") && !wanted.equals("long") && !all.containsKey(wanted)) {
            System.err.println("there is no benchmark '" + wanted + "'; there are " + all.keySet() + " and long");
            System.exit(2);
        }
        // Takes ten minutes and 15 GB: only when asked for by its name.
        if (wanted.equals("long")) {
            LongRun.run();
        }
        for (Map.Entry<String, Duel.Work> each : all.entrySet()) {
            if (wanted.equals("all") || wanted.equals(each.getKey())) {
                each.getValue().run();
            }
        }
    }
}
