package org.labreel.session;

/** Something that cannot be done, with a sentence for the operator that says why and what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What kind of refusal, for programs. */
    public enum Kind {
        NOT_FOUND("not-found"), INVALID("validation-failed"), NOT_NOW("not-now"), ELSEWHERE("held-elsewhere"), FAILED(
                "failed"), UNKNOWN_OPERATION("not-supported");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As endpoints spell it. */
        public String code() {
            return code;
        }
    }

    public Refusal(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Refusal(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The sentence. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The sentence of a refusal that is wrapped in others; of any other failure what it says itself. */
    public static String wordsOf(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof Refusal) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
