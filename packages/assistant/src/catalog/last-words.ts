import type { Dataset, FieldRef } from '../ir/field-ref.ts';
import { nameWords, wordForm } from '../tokens/normal-form.ts';
import { deedStem } from './event-codes.ts';
import type { FieldEntry } from './field-entry.ts';

/** A field whose name ends with a word that says what it is of the thing before: `card_scheme` is a scheme of cards. */
export interface LastWord {
  readonly dataset: Dataset;
  readonly field: FieldRef;
  /** The words before, in their one form. */
  readonly of: readonly string[];
  /** Whether the last word says enough where the others are not said. */
  readonly alone: boolean;
}

/** Which of several, in which unit, or when: these name no thing. */
const TELLS_NOTHING =
  /^(?:id|uuid|guid|name|no|nr|ms|s|sec|seconds|us|ns|eur|usd|gbp|chf|cents|kg|km|pct|percent|bytes|kb|mb|at|on|time|date|ts|timestamp|key|value|ref)$/;
/** These are said of many things, and need the thing beside them. */
const OF_MANY_THINGS =
  /^(?:count|code|status|number|size|hit|total|present|enabled|ip|address|method|user|service|text|message|duration|latency|version|level|result|state|operation|error|region|host)$/;

const lastWordOf = ({ name }: FieldEntry): readonly [last: string, of: readonly string[]] | null => {
  const words = nameWords(name).map(wordForm);
  const last = words.at(-1) ?? '';
  return words.length < 2 || last.length < 4 || TELLS_NOTHING.test(last) ? null : [last, words.slice(0, -1)];
};

/** By the last word of their names, the fields whose names have others before it. */
export const lastWords = (
  logs: readonly FieldEntry[],
  spans: readonly FieldEntry[],
): ReadonlyMap<string, readonly LastWord[]> => {
  const found = new Map<string, LastWord[]>();
  for (const [dataset, entries] of [['logs', logs] as const, ['spans', spans] as const]) {
    for (const entry of entries) {
      const word = entry.ref.role === null ? lastWordOf(entry) : null;
      if (word === null) continue;
      const [last, of] = word;
      found.set(last, [
        ...(found.get(last) ?? []),
        { dataset, field: entry.ref, of, alone: !entry.name.includes('.') && !OF_MANY_THINGS.test(last) },
      ]);
    }
  }
  return found;
};

export interface LastWords {
  /** Those whose other words are said too: "transfers of each type". */
  readonly named: readonly LastWord[] | undefined;
  /** The only one of its data set. */
  readonly only: readonly LastWord[] | undefined;
}

/** Which fields a last word means in a question that says these words. */
export const meantByLast = (fields: readonly LastWord[], said: ReadonlySet<string>): LastWords => {
  const onlyOf = (some: readonly LastWord[]): readonly LastWord[] | undefined => {
    const alone = some.filter(({ dataset }) => some.filter((other) => other.dataset === dataset).length === 1);
    return alone.length > 0 ? alone : undefined;
  };
  return {
    named:
      onlyOf(fields.filter(({ of }) => of.every((word) => said.has(word) || said.has(deedStem(word))))) ??
      // "payment failures by reason" are by `payment.decline_reason`, and not by the reason of something else.
      onlyOf(fields.filter(({ of: [thing = '', ...more] }) => more.length > 0 && said.has(thing))),
    only: onlyOf(fields.filter(({ alone }) => alone)),
  };
};
