package org.labreel.session;

/** What has to be done for a session to come to another state. */
public enum Step {
    /** Look whether the plan can be waited for. */
    PLAN,
    /** Connect the cameras, check the streams, open files, hold the pre-roll. */
    ARM,
    /** Take live messages into segments. */
    BEGIN,
    /** Complete the segments; the cameras stay armed. */
    END,
    /** Let go of files and cameras. */
    DISARM
}
