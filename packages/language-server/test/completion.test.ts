import { schemaFromFields } from '@clearspan/dataprime';
import { expect, test } from 'vitest';
import { completionOf, type Knowledge, NOTHING_KNOWN } from '../src/index.ts';
import { applyEdits, withCaret } from './apply.ts';

const KNOWN: Knowledge = {
  ...NOTHING_KNOWN,
  schema: schemaFromFields({
    logs: [
      { root: 'd', path: ['status'], types: [{ type: 'number' }] },
      { root: 'd', path: ['user', 'first name'], types: [{ type: 'string' }] },
    ],
    spans: null,
  }),
  values: (_, [key]) => (key === 'status' ? [500, 404] : null),
};

/** The text after the item of that label was taken. */
const taken = (marked: string, label: string, knowledge = KNOWN): string | undefined => {
  const { source, position } = withCaret(marked);
  const item = completionOf(source, position, knowledge).items.find((found) => found.label === label);
  return item?.textEdit && 'range' in item.textEdit ? applyEdits(source, [item.textEdit]) : undefined;
};

test.each([
  ['fil‸', 'filter', 'filter '],
  ['source logs | filter $m.‸', '$m.severity', 'source logs | filter $m.severity'],
  ['filter $m.sev‸erity == ERROR', '$m.severity', 'filter $m.severity == ERROR'],
  ['filter $m.severity == ‸', 'ERROR', 'filter $m.severity == ERROR'],
  ['filter $d.status == ‸', '500', 'filter $d.status == 500'],
  ["filter $d.user['f‸']", "$d.user['first name']", "filter $d.user['first name']"],
  [
    'source logs\n| groupby $d.status agg\n  perc‸',
    'percentile',
    'source logs\n| groupby $d.status agg\n  percentile(',
  ],
])('%s, taking %s', (marked, label, after) => {
  expect(taken(marked, label)).toBe(after);
});

test('items say what they are', () => {
  const { source, position } = withCaret('source logs | filter ‸');
  const { items } = completionOf(source, position, KNOWN);
  expect(items.find(({ label }) => label === 'status')).toMatchObject({ kind: 5, detail: 'number' });
  const length = items.find(({ label }) => label === 'length');
  expect(length).toMatchObject({ kind: 3, detail: expect.stringContaining('length(') });
  expect(length?.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('Example: `') });
});

/** Editors compare the text up to the caret with `filterText`, letter by letter in order. */
const isSubsequence = (typed: string, text: string): boolean => {
  let at = 0;
  for (const char of text.toLowerCase()) if (char === typed[at]?.toLowerCase()) at++;
  return at === typed.length;
};

test.each(['filter $m.s‸', 'filter se‸', 'filter $d.user.f‸', 'filter $d.status.to‸', 'groupby a agg cou‸', 'f‸'])(
  'an editor keeps every item of %s',
  (marked) => {
    const { source, position } = withCaret(marked);
    const { items } = completionOf(source, position, KNOWN);
    expect(items.length).toBeGreaterThan(0);
    for (const { textEdit, filterText } of items) {
      const start = textEdit && 'range' in textEdit ? textEdit.range.start.character : 0;
      const typed = source.text.slice(start, position.character);
      expect([filterText, isSubsequence(typed, filterText ?? '')]).toEqual([filterText, true]);
    }
  },
);
