import type { Signal } from '../../wal/record.ts';

/** Another endpoint of OTLP over HTTP, which gets what the store accepted. */
export interface ForwardTarget {
  /** Names its queue, its variables and its figures. */
  readonly name: string;
  /** Without user, query and fragment; `/v1/traces` and so on are appended to its path. */
  readonly url: URL;
  /** Sent with every request. They may hold keys, so they are shown nowhere. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signals: ReadonlySet<Signal>;
}

/** What is wrong with a variable: `expected …`, without what was found, which may be a secret. */
export interface TargetFault {
  readonly variable: string;
  readonly message: string;
}

/** Variables of the process by their names. */
export type Variables = Readonly<Record<string, unknown>>;

export const textOf = (variables: Variables, name: string): string => {
  const value = variables[name];
  return typeof value === 'string' ? value.trim() : '';
};
