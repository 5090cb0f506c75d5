import type { Recurring } from '../time/recurring.ts';
import type { Instant, TimeSpec } from '../time/time-spec.ts';
import type { Dataset, FieldRef, Unit } from './field-ref.ts';

export type Severity = 'DEBUG' | 'VERBOSE' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';
export type CompareOp = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Scalar =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'severity'; readonly value: Severity }
  | { readonly kind: 'null' };

export type TextMode = 'phrase' | 'contains' | 'starts' | 'ends' | 'regex';

export type Pred =
  | { readonly kind: 'compare'; readonly field: FieldRef; readonly op: CompareOp; readonly value: Scalar }
  /** A number of a record against another of its own, and so much more: "5 degrees above the set point". */
  | {
      readonly kind: 'against';
      readonly field: FieldRef;
      readonly op: CompareOp;
      readonly other: FieldRef;
      readonly plus: number;
    }
  | { readonly kind: 'in'; readonly field: FieldRef; readonly values: readonly Scalar[] }
  /** `field` null searches all user data. */
  | { readonly kind: 'text'; readonly field: FieldRef | null; readonly mode: TextMode; readonly text: string }
  | { readonly kind: 'time'; readonly op: '>=' | '<'; readonly at: Instant }
  /** A part of every day or week, in UTC. */
  | { readonly kind: 'recurring'; readonly part: Recurring }
  | { readonly kind: 'not'; readonly pred: Pred }
  | { readonly kind: 'and'; readonly preds: readonly Pred[] }
  | { readonly kind: 'or'; readonly preds: readonly Pred[] };

export type StatFn = 'avg' | 'min' | 'max' | 'sum' | 'stddev' | 'variance';

/** Another unit than the field has: what is computed is divided by so much. */
export interface Shown {
  readonly unit: Unit;
  readonly divisor: number;
}

/** What is computed; `name` is its column. */
export type Metric =
  | { readonly kind: 'count'; readonly name: string }
  | { readonly kind: 'count-if'; readonly pred: Pred; readonly name: string }
  /** `only`: of the records that satisfy it. */
  | { readonly kind: 'distinct'; readonly field: FieldRef; readonly name: string; readonly only?: Pred }
  | {
      readonly kind: 'stat';
      readonly fn: StatFn;
      readonly field: FieldRef;
      readonly name: string;
      readonly only?: Pred;
      readonly shown?: Shown;
    }
  | {
      readonly kind: 'percentile';
      readonly p: number;
      readonly field: FieldRef;
      readonly name: string;
      readonly only?: Pred;
      readonly shown?: Shown;
    }
  /** One figure of two ranges: what it rose by, by what part of the older one, or the first for each of the second. */
  | {
      readonly kind: 'change';
      readonly as: 'difference' | 'part' | 'quotient';
      readonly one: Metric;
      readonly other: Metric;
      readonly name: string;
    }
  /**
   * Share of the records that satisfy `part`, 0 to 1; of `per` records where that is not one. `of`: the share of the sum
   * of a number, or of the different values of another field, and not of the records. `over`: against the records that
   * satisfy it, which may be others: "ratio of errors to warnings".
   */
  | {
      readonly kind: 'ratio';
      readonly part: Pred;
      readonly name: string;
      readonly per?: number;
      readonly of?: FieldRef;
      readonly over?: Pred;
    }
  /** From the first record that satisfies the one to the first that satisfies the other. */
  | {
      readonly kind: 'elapsed';
      readonly from: Pred;
      readonly to: Pred;
      readonly time: FieldRef;
      readonly name: string;
    };

export type Key =
  /** `beside`: told of each group, which may lack it. */
  | { readonly kind: 'field'; readonly field: FieldRef; readonly beside?: true }
  | { readonly kind: 'bucket'; readonly nanos: bigint }
  /** Before or from a moment on: "p99 yesterday vs today". */
  | { readonly kind: 'period'; readonly at: Instant; readonly older: string; readonly newer: string }
  | { readonly kind: 'cyclic'; readonly unit: 'hour' | 'day_of_week' }
  /** Named classes of records: the first that holds; records of none have no class. */
  | { readonly kind: 'bins'; readonly name: string; readonly bins: readonly Bin[] }
  /** A number rounded down to a multiple of `width`, in the unit of the field. */
  | { readonly kind: 'step'; readonly field: FieldRef; readonly width: number };

export interface Bin {
  readonly label: string;
  readonly pred: Pred;
}

/** A condition on a computed column: against a number, or against another column, or so many times of it. */
export interface Having {
  readonly metric: string;
  readonly op: CompareOp;
  readonly value: number | { readonly column: string; readonly times?: number } | Typical;
}

/** What groups have: a figure over all of them ("more errors than average"), or `null` the same figure of all records. */
export interface Typical {
  readonly typical: { readonly fn: StatFn | 'percentile'; readonly p: number | null } | null;
  readonly times?: number;
}

/** A number of each record against a figure of all, or of those with the same `of`: "slower than the p99 of their path". */
export interface Beyond {
  readonly field: FieldRef;
  readonly op: CompareOp;
  readonly times?: number;
  readonly figure: Extract<Metric, { kind: 'stat' | 'percentile' }>;
  readonly of: FieldRef | null;
}

export type Order =
  | { readonly by: 'column'; readonly name: string; readonly direction: 'asc' | 'desc' }
  | { readonly by: 'field'; readonly field: FieldRef; readonly direction: 'asc' | 'desc' };

/** Records with the same key as others: "error logs whose trace took over 3 s", "child spans of orders". */
export interface Related {
  /** What the others are; its time is that of the whole question. */
  readonly to: QueryIR;
  /** The key of the records asked for, and of the others: their traces, or a parent and its span. */
  readonly own: FieldRef;
  readonly other: FieldRef;
  /** Those whose key none of the others has: "with no error log in the same trace". */
  readonly without?: true;
  /** Of that many first rows only the last: "the second one". */
  readonly lastOf?: number;
}

/** Beside each span the service of the span above it: "which service calls which". */
export interface Callers {
  readonly span: FieldRef;
  readonly parent: FieldRef;
  readonly service: FieldRef;
}

/** Named groups of a regular expression, as keys of `into`. */
export interface Extraction {
  readonly from: FieldRef;
  readonly into: string;
  readonly pattern: string;
}

/**
 * A figure over the groups: "requests per minute on average", how many they are, or the share of them within `bound`.
 * `p` is set where it is a percentile.
 */
export interface Overall {
  readonly fn: StatFn | 'percentile' | 'count' | 'share';
  readonly bound?: { readonly op: CompareOp; readonly value: number };
  readonly p: number | null;
  /** The column of the groups it is computed of; its own is `name`. */
  readonly of: string;
  readonly name: string;
  /** Of a count: only the groups that have something in each of these columns. */
  readonly over?: readonly string[];
}

export type Shape = 'rows' | 'count' | 'table' | 'distinct';

/** A question understood: everything after linking works on this tree, and only this tree becomes a query. */
export interface QueryIR {
  readonly dataset: Dataset;
  /** Null: the question names no time, so the caller's window applies. */
  readonly time: TimeSpec | null;
  readonly where: readonly Pred[];
  readonly beyond?: Beyond;
  /** Groups are of a caller and of what it called, before all other keys. */
  readonly callers?: Callers;
  /** Only the first so many records of an order are computed over: "what do those ten add up to". */
  readonly first?: { readonly order: Order; readonly limit: number };
  readonly related: Related | null;
  /** Fields read out of a text, before anything is computed. */
  readonly extract: Extraction | null;
  readonly shape: Shape;
  readonly metrics: readonly Metric[];
  readonly keys: readonly Key[];
  readonly having: readonly Having[];
  /** The groups themselves are not shown where figures over them are asked for. */
  readonly overall: readonly Overall[];
  /** Beside the count of each group its share of the count of all. */
  readonly share: boolean;
  readonly order: Order | null;
  readonly limit: number | null;
  /** Of the rows within the limit only the last: "the second slowest". */
  readonly last?: true;
  /** Keep this many rows for each value of the first key. */
  readonly perGroup: number | null;
  readonly columns: readonly FieldRef[];
}
