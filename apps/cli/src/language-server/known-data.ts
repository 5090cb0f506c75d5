import { type Knowledge, NOTHING_KNOWN } from '@clearspan/language-server';
import type { SourceChoice } from '../args/read-source.ts';
import { openSource } from '../sources/open-source.ts';
import type { Outcome } from '../sources/query-source.ts';
import type { Terminal } from '../terminal.ts';
import { knowledgeOf } from './knowledge-of.ts';

/** What is known of the data, read again when it is asked for. */
export interface KnownData {
  readonly current: () => Knowledge;
  /** Gives what is wrong as a text; null when all is well. What was known stays known until better is read. */
  readonly refresh: () => Promise<string | null>;
}

const readCatalog = async (choice: SourceChoice, terminal: Terminal): Promise<Outcome<Knowledge>> => {
  const source = await openSource(choice, false, terminal);
  try {
    const catalog = await source.catalog();
    return catalog.ok ? { ok: true, value: knowledgeOf(catalog.value, source.tables) } : catalog;
  } finally {
    await source.close();
  }
};

/** The catalog of the source. Without a source nothing is known, and nobody is asked. */
export const createKnownData = (choice: SourceChoice, terminal: Terminal): KnownData => {
  let knowledge = NOTHING_KNOWN;
  let reading: Promise<string | null> | null = null;
  const read = async (): Promise<string | null> => {
    try {
      const outcome = await readCatalog(choice, terminal);
      if (!outcome.ok) return `the schema of the source cannot be read: ${outcome.failure.message}`;
      knowledge = outcome.value;
      return null;
    } catch (error) {
      return `the source cannot be opened: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      reading = null;
    }
  };
  return {
    current: () => knowledge,
    refresh: () => {
      if (choice.kind === 'none') return Promise.resolve(null);
      // One reading at a time: who asks meanwhile gets its result.
      reading ??= read();
      return reading;
    },
  };
};
