import type { FunctionNote, FunctionNotes } from '../function-note.ts';

const ARRAY = 'the array';
const ONE_TYPE = 'of the type of the elements';
const FROM_ZERO = 'counted from 0; a fraction is cut off';
const SET = 'Null elements are left out. The order of the result is not promised.';

const ofSets = (examples: readonly string[], notes: readonly string[], see: readonly string[]): FunctionNote => ({
  parameters: { array1: 'the first array', array2: 'the second, its elements of the same type' },
  notes,
  examples,
  see,
});

export const ARRAY_NOTES: FunctionNotes = {
  arrayLength: {
    parameters: { array: ARRAY },
    notes: ['Null elements count. Of a key that is absent it is null, of an empty array 0: so the two are told apart.'],
    examples: ['arrayLength([])', 'arrayLength([1, null])', 'arrayLength(null)'],
    queries: ['choose path, tags, tags.arrayLength() as tag_count'],
    see: ['isEmpty', 'cardinality', 'length'],
  },
  isEmpty: {
    parameters: { array: ARRAY },
    examples: ['isEmpty([null])', 'isEmpty(null)'],
    see: ['arrayLength'],
  },
  cardinality: {
    parameters: { array: ARRAY },
    notes: ['Null elements are left out.'],
    examples: ['cardinality([])', 'cardinality([1, null, 1])'],
    see: ['arrayLength', 'setUnion'],
  },
  arrayContains: {
    parameters: { array: ARRAY, element: `the value that is looked for, ${ONE_TYPE}` },
    notes: ['Text is compared exactly, with its case.'],
    examples: ["['a', 'b'].arrayContains('A')", 'arrayContains([1, null], 2)'],
    queries: ["filter tags.arrayContains('web') | choose path, tags"],
    see: ['inArray', 'in', 'isSuperset'],
  },
  inArray: {
    parameters: { element: 'the value that is looked for', array: 'the array, or another query in `(| … |)`' },
    notes: ['[arrayContains](arrayContains.md) with its arguments the other way round.'],
    examples: ["'c'.inArray(['a', 'b'])", 'inArray(null, [1])'],
    queries: ['filter path.inArray((| source logs | filter status >= 500 | distinct path |)) | choose path, status'],
    see: ['arrayContains', 'in'],
  },
  arrayAppend: {
    parameters: { array: ARRAY, element: `the new last element, ${ONE_TYPE}` },
    examples: ['[].arrayAppend(1)', 'arrayAppend(null, 1)'],
    see: ['arrayConcat', 'arrayInsertAt'],
  },
  arrayConcat: {
    parameters: { array1: 'what comes first', array2: 'what follows, its elements of the same type' },
    notes: ['Elements that are in both stay twice: [setUnion](setUnion.md) keeps one.'],
    examples: ['arrayConcat([1, 2], [2])'],
    see: ['arrayAppend', 'setUnion'],
  },
  arrayInsertAt: {
    parameters: {
      array: ARRAY,
      position: `where the new element stands afterwards: ${FROM_ZERO}; the length of the array appends`,
      value: `the new element, ${ONE_TYPE}`,
    },
    examples: ['[1, 2].arrayInsertAt(2, 3)', '[1, 2].arrayInsertAt(3, 4)'],
    see: ['arrayAppend', 'arrayReplaceAt', 'arrayRemoveAt'],
  },
  arrayRemove: {
    parameters: { array: ARRAY, element: 'the value that goes' },
    examples: ['[1, 2].arrayRemove(9)', "['a', null, 'b'].arrayRemove('a')"],
    see: ['arrayRemoveAt', 'setDiff'],
  },
  arrayRemoveAt: {
    parameters: { array: ARRAY, position: `which element goes: ${FROM_ZERO}` },
    examples: ['[1, 2].arrayRemoveAt(5)', '[1, 2].arrayRemoveAt(-1)'],
    see: ['arrayRemove', 'arrayReplaceAt'],
  },
  arrayReplaceAll: {
    parameters: { array: ARRAY, value: 'the value that goes', newValue: `what comes in its place, ${ONE_TYPE}` },
    examples: ['[1, null, 2].arrayReplaceAll(1, 9)', '[1, 2].arrayReplaceAll(7, 9)'],
    see: ['arrayReplaceAt', 'arrayRemove'],
  },
  arrayReplaceAt: {
    parameters: { array: ARRAY, position: `which element: ${FROM_ZERO}`, value: `the new value, ${ONE_TYPE}` },
    examples: ['[1, 2].arrayReplaceAt(5, 9)'],
    see: ['arrayReplaceAll', 'arrayInsertAt'],
  },
  arraySort: {
    parameters: {
      array: ARRAY,
      desc: 'whether the largest comes first; `false` where left out',
      nullsFirst: 'whether nulls come first; `false` where left out, also with `desc`',
    },
    notes: ['Text is compared by its characters: capitals come before small letters.'],
    examples: [
      '[3, null, 1].arraySort()',
      '[3, null, 1].arraySort(desc=true)',
      '[3, null, 1].arraySort(nullsFirst=true)',
      "['b', 'B', 'a'].arraySort()",
    ],
    see: ['collect', 'arrayJoin'],
  },
  arrayJoin: {
    parameters: { array: ARRAY, delimiter: 'what stands between two elements; may be empty' },
    notes: ['Elements that are no text are cast to `string`.'],
    examples: ["[ERROR, INFO].arrayJoin(', ')", "['a', null, 'b'].arrayJoin('')", "[].arrayJoin(', ')"],
    queries: ["filter tags != null | choose path, tags.arrayJoin(', ') as tags"],
    see: ['arraySplit', 'concat'],
  },
  arraySplit: {
    parameters: {
      string: 'the text that is split',
      delimiter: 'a text or a regular expression of RE2; the empty text splits into characters',
    },
    notes: ['Between two delimiters next to each other is an empty part. Empty text is one empty part.'],
    examples: ["'a1b22c'.arraySplit(/\\d+/)", "''.arraySplit(',')", "'abc'.arraySplit('')", "'a,b'.arraySplit(',')[1]"],
    see: ['arrayJoin', 'splitParts'],
  },
  isSubset: ofSets(
    ['[1, 1].isSubset([1])', '[].isSubset([1])', '[3].isSubset([1, 2])'],
    ['Duplicates and null elements do not matter. The empty set is a subset of every one.'],
    ['isSuperset', 'setEqualsTo'],
  ),
  isSuperset: ofSets(
    ['[1].isSuperset([1, 1])', '[1].isSuperset([])', '[1].isSuperset([1, 2])'],
    ['Duplicates and null elements do not matter. Every set is a superset of the empty one.'],
    ['isSubset', 'setEqualsTo'],
  ),
  setEqualsTo: ofSets(
    ['[].setEqualsTo([])', '[1].setEqualsTo([1, 2])'],
    ['Neither order nor duplicates nor null elements matter.'],
    ['isSubset', 'isSuperset'],
  ),
  setUnion: {
    ...ofSets(['setUnion(null, [1])', 'setUnion(null, null)'], [SET], ['setIntersection', 'arrayConcat']),
    nulls: 'A null array is the empty set.',
  },
  setIntersection: {
    ...ofSets(['setIntersection([1, 2, 2], [2, 2])', 'setIntersection(null, [1])'], [SET], ['setUnion', 'setDiff']),
    nulls: 'A null array is the empty set.',
  },
  setDiff: ofSets(
    ['[1, 2].setDiff([])', '[1, 2].setDiff([2, 3])'],
    [SET],
    ['setDiffSymmetric', 'setIntersection', 'arrayRemove'],
  ),
  setDiffSymmetric: ofSets(['[1].setDiffSymmetric([1])', '[1].setDiffSymmetric([])'], [SET], ['setDiff', 'setUnion']),
};
