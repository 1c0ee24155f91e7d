/** Sessions over GraphQL: schema, answers, subscriptions. Knows no network. */
@NullMarked
package org.labreel.serve.graph;

import org.jspecify.annotations.NullMarked;
