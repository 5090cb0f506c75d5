import type { Section } from './section.ts';

export const LIMITS: Section = {
  title: 'Limits and faults',
  rules: [
    ['2,000 rows without `limit`', 'D', 'compile/compile.test.ts'],
    [
      'a key not seen in the data is a warning, in strict checks an error',
      'S D',
      'check/check.test.ts schema/schema-from-fields.test.ts',
    ],
    ['faults of single values are null, never an error', 'D', 'strings-null-parts null-arithmetic'],
  ],
};
