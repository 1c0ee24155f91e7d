package org.labreel.model;

/** A message exactly as it came off the wire, with its arrival. Never changed, whether or not it can be decoded. */
public record RawMessage(Bytes payload, Arrival arrival) {
}
