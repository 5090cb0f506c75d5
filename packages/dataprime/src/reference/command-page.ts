import type { CommandName } from '../parse/command-names.ts';

/** One part of what is written after a command. */
export interface CommandPart {
  /** As it is written: `keep N`. */
  readonly written: string;
  /** What may stand there: `condition`, `keypath`, `whole number, written out`. */
  readonly takes: string;
  /** What it says, its range, and what holds without it. */
  readonly doc: string;
  readonly needed: 'yes' | 'may be left out' | 'one of both';
}

/** A table of a page: its first column is shown as code. */
export interface CommandTable {
  readonly head: readonly [written: string, says: string];
  readonly rows: readonly (readonly [written: string, says: string])[];
}

/** What the reference tells of a command beyond its line in the table of commands. Texts are Markdown. */
export interface CommandPage {
  /** Further forms, below the syntax of the table. */
  readonly forms?: readonly string[];
  readonly parts: readonly CommandPart[];
  /** What becomes of a row. `keeps`: rows that stay are unchanged; `changes`: all other keys stay; `closes`: the listed keys are all there is; null: the notes say it. */
  readonly row: 'keeps' | 'changes' | 'closes' | null;
  readonly notes: readonly string[];
  readonly tables?: readonly CommandTable[];
  /** Queries on the records of `docs/examples`, each with what it shows. */
  readonly examples: readonly (readonly [shows: string, query: string])[];
  readonly see: readonly CommandName[];
}

export const part = (written: string, takes: string, doc: string): CommandPart => ({
  written,
  takes,
  doc,
  needed: 'yes',
});
export const may = (written: string, takes: string, doc: string): CommandPart => ({
  written,
  takes,
  doc,
  needed: 'may be left out',
});

export const either = (written: string, takes: string, doc: string): CommandPart => ({
  written,
  takes,
  doc,
  needed: 'one of both',
});

/** Parts that many commands have. */
export const AS_KEY: CommandPart = may('as key', 'keypath', 'the name of the column, which may be nested (`as a.b`)');
export const AGGREGATIONS_PART: CommandPart = may(
  'aggregate f(e), …',
  'expressions over aggregations',
  'what is computed over the rows of a group. The word may be `agg`, or be left out',
);
