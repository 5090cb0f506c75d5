import type { Type } from '../types/type.ts';

/** A field known to exist in a data set. `types` are the types its values were seen with; empty when not known. */
export interface SchemaField {
  readonly root: 'm' | 'l' | 'd';
  readonly path: readonly string[];
  readonly types: readonly Type[];
  /** All texts its values were seen with; absent where they are too many, or not known. */
  readonly values?: readonly string[];
  /** What its values are like, for people: `in ms`, `like order-<*>`; absent where nothing is known. */
  readonly note?: string;
}

/** A table for `enrich`: its columns hold text, and the first one is what rows are looked up by. */
export interface SchemaTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * What is known of the data. `fields` MUST return null for a data set it knows nothing of (the checker is then silent
 * about unknown keys) and a complete list otherwise; it MAY be called once for each check.
 */
export interface SchemaSource {
  readonly fields: (dataset: string) => readonly SchemaField[] | null;
  /** All tables there are; absent when nothing is known of them. */
  readonly tables?: readonly SchemaTable[];
}
