/** What people are told of a function beyond its row in the table. Texts are Markdown. */
export interface FunctionNote {
  /** Each parameter by its name: what it is, its range, and what holds where it is left out. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What null does; without it the rule of the function's row is told. */
  readonly nulls?: string;
  /** Whole sentences: ranges, edges, errors. */
  readonly notes?: readonly string[];
  /** Expressions that show the edges. The reference shows them with their values. */
  readonly examples?: readonly string[];
  /** Expressions whose value differs each time. The reference shows of what sort it is. */
  readonly volatile?: readonly string[];
  /** Queries on the records of `docs/examples/orders.ndjson`. The reference shows them with their rows. */
  readonly queries?: readonly string[];
  /** Other functions, by their names. */
  readonly see?: readonly string[];
}

/** Notes of one family by the names of its functions. */
export type FunctionNotes = Readonly<Record<string, FunctionNote>>;
