/**
 * What travels with a task so that whoever runs it continues the trace of whoever asked for it: `traceparent`,
 * `baggage`, `x-correlation-id`. Header names are lower case. The store keeps it and never reads it.
 */
export type Carrier = Readonly<Record<string, string>>;
