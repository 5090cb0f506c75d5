import type { Section } from './section.ts';

export const TYPES: Section = {
  title: 'Types and null',
  rules: [
    ['the use of a key decides its type; values of another type are null', 'D', 'filter-number orderby-mixed'],
    [
      'a definite mismatch is an error before the query runs',
      'D',
      'check/check.test.ts schema/schema-from-fields.test.ts',
    ],
    ['two sides of unknown order need a cast', 'D', 'check/check.test.ts'],
    ['a cast binds tighter than any operator', 'S', 'cast-binds-tight'],
    ['casts by all their spellings: `num`, `boolean` …', 'D', 'cast-spellings'],
    ['blanks may follow the colon of a cast, and calls follow it', 'Di S', 'cast-before-call'],
    ['a key that is an object here and a text there needs a cast before a method', 'S', 'cast-before-call'],
    ['a cast never fails; what cannot be converted is null', 'D', 'cast-number cast-time cast-array-to-number'],
    ['numbers become times and intervals as nanoseconds, and back', 'D', 'arithmetic-time cast-time'],
    ['objects and arrays become compact JSON', 'S', 'cast-string whole-data'],
    ['absent, JSON null and not computable are all null', 'D', 'filter-absent null-arithmetic interval-null-text'],
    ['`== null` and `!= null` ask for presence', 'D', 'filter-absent filter-present filter-array-presence'],
    [
      'of an object they are null, and the row is dropped',
      'D',
      'filter-object-presence-drops filter-object-absence-drops',
    ],
    ['a null condition is false', 'D', 'filter-not-equal-drops-null filter-and-null-in-or text-null'],
    ['`block c` is `filter !(c)`', 'D', 'block-keeps-null filter-not-keeps-null'],
    ['`arrayLength` tells an empty array', 'D', 'arrays-empty'],
    ['null is a group of its own', 'S', 'groupby-null-group'],
    ['arithmetic of times and intervals', 'D', 'arithmetic-time intervals time-beyond-range'],
  ],
};
