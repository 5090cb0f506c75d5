import type { Section } from './section.ts';

export const EXPRESSIONS: Section = {
  title: 'Expressions',
  rules: [
    ['precedence, and equals from the left', 'D', 'precedence'],
    ['`%` is `mod`; `+` joins no text', 'D', 'arithmetic check/check.test.ts'],
    ['text compares by its characters', 'S', 'filter-string-order'],
    [
      "`&&`, `||`, `!`; `and`, `or`, `not` are other languages'",
      'D',
      'filter-or filter-two-fields parse/other-languages.test.ts',
    ],
    ['a key alone is a condition', 'S', 'filter-bool filter-not-bool'],
    [
      '`~` finds the words of a phrase, whole, in order, in any case',
      'D',
      'text-phrase text-case text-part-of-word text-underscore-splits',
    ],
    ['`~`, `textSearch` and `find` are one', 'D', 'textsearch-function find functions/text-search.test.ts'],
    ['`$d ~~` and `wildfind` look through all of `$d`', 'D', 'wildfind-operator wildfind whole-data-after-create'],
    ['`~~` stands after `$d` only; a phrase is written out', 'D', 'check/check.test.ts'],
    [
      'numbers are searched as text, arrays by element, objects by value at any depth and never by key',
      'D',
      'text-number text-in-array text-in-object text-in-array-of-objects text-not-keys wildfind-not-keys',
    ],
    ['`contains` is exact, with case', 'D', 'contains'],
    ['a query as an array: `(| … |)`', 'S', 'subquery-in-array subquery-value subquery-nulls subquery-nested'],
    ['`f(a, b)` is `a.f(b)`, for aggregations too', 'D', 'arrays aggregate-method'],
    ['arguments by name', 'D', 'named-arguments collect-nulls check/check.test.ts'],
    ['the five forms of `case`; the first arm that is true', 'D', 'case-forms'],
    [
      'spellings of other languages are named with what is meant, and accepted once it is written',
      'S',
      'parse/other-languages.test.ts check/fixes.test.ts',
    ],
    ['`case` stands wherever an expression may', 'D', 'case-anywhere'],
  ],
};
