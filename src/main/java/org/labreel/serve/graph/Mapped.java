package org.labreel.serve.graph;

import graphql.ExecutionResult;
import java.util.Map;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Passes the answers of a subscription on as JSON values. */
final class Mapped implements Subscriber<Object> {
    private final Subscriber<? super Map<String, Object>> target;

    Mapped(Subscriber<? super Map<String, Object>> target) {
        this.target = target;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        target.onSubscribe(subscription);
    }

    @Override
    public void onNext(Object result) {
        target.onNext(GraphErrors.json((ExecutionResult) result));
    }

    @Override
    public void onError(Throwable cause) {
        target.onError(cause);
    }

    @Override
    public void onComplete() {
        target.onComplete();
    }
}
