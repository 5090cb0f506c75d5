import type { FunctionNotes } from '../function-note.ts';

export const GENERAL_NOTES: FunctionNotes = {
  firstNonNull: {
    parameters: { value: 'what is wanted', values: 'what stands in for it, in this order' },
    nulls: 'Null where every argument is null.',
    notes: ['All arguments have one type: a text does not stand in for a number (`DP2003`); a cast helps.'],
    examples: ["firstNonNull(null, null, 'c')", 'firstNonNull(null, null)'],
    queries: ["choose path, firstNonNull(ip, 'unknown') as address"],
    see: ['if'],
  },
  if: {
    parameters: {
      condition: 'what is asked; null is false',
      // biome-ignore lint/suspicious/noThenProperty: the name of a parameter, which nobody awaits
      then: 'the value where it is true', // oxlint-disable-line unicorn/no-thenable
      else: 'the value otherwise, of the same type; null where left out',
    },
    nulls: 'A null condition is false. The values may be null.',
    notes: [
      'Inside an aggregation it picks rows: `sum(if(status >= 500, duration_ms))`. For more than two outcomes there is [case](../../cases/case.md).',
    ],
    examples: ['if(true, 1)', 'if(false, 1)', 'if(null, 1, 2)'],
    queries: ["choose path, status, if(status >= 500, 'failed', 'fine') as outcome"],
    see: ['firstNonNull'],
  },
  in: {
    parameters: {
      comparand: 'the value that is looked for',
      value: 'the first it may equal',
      values: 'further ones, all of one type with it',
    },
    nulls: 'Null where the first argument is null. Null among the others matches nothing.',
    notes: ['For an array, or the values of another query, there is [inArray](../array/inArray.md).'],
    examples: ["'c'.in('a', 'b')", "'c'.in('a', null)", 'null.in(1, 2)'],
    queries: ['filter $m.severity.in(ERROR, CRITICAL) | choose $m.severity, msg'],
    see: ['inArray', 'arrayContains'],
  },
  recordLocation: {
    parameters: {},
    nulls: 'Always null here: records are in the store itself, not in objects of a storage service.',
    notes: ['Understood so that queries written for an archive run unchanged.'],
  },
};
