import { expect, test } from 'vitest';
import { hoverOf, NOTHING_KNOWN, signatureHelpOf } from '../src/index.ts';
import { withCaret } from './apply.ts';

const hover = (marked: string): ReturnType<typeof hoverOf> => {
  const { source, position } = withCaret(marked);
  return hoverOf(source, position, NOTHING_KNOWN);
};

test('a field of the engine, as Markdown and with its place', () => {
  expect(hover('source logs\n| filter $m.sev‸erity == ERROR')).toEqual({
    contents: {
      kind: 'markdown',
      value: '```dataprime\n$m.severity: severity\n```\n\nDEBUG to CRITICAL. A field of every row of logs.',
    },
    range: { start: { line: 1, character: 9 }, end: { line: 1, character: 20 } },
  });
});

test('back-ticks of a query do not end the block they stand in', () => {
  const value = JSON.stringify(hover("filter $d['```j‸s'] == 1")?.contents);
  expect(value).toContain('````dataprime');
});

test('nothing where there is nothing to say', () => {
  expect(hover('source ‸ logs')).toBeNull();
});

const help = (marked: string): ReturnType<typeof signatureHelpOf> => {
  const { source, position } = withCaret(marked);
  return signatureHelpOf(source, position);
};

test('the signature of a call marks the parameter at the caret', () => {
  expect(help('groupby a agg percentile(0.5, ‸')).toMatchObject({
    signatures: [{ label: 'percentile(percentile: number, expression: number, error_threshold?: number): number' }],
    activeParameter: 1,
  });
});

test('each parameter is found in the label', () => {
  const found = help('filter substr(‸');
  expect(found).not.toBeNull();
  for (const { label, parameters = [] } of found?.signatures ?? [])
    for (const parameter of parameters) expect(label).toContain(parameter.label);
});

test('past the last parameter none is marked', () => {
  const found = help('filter length(a, ‸');
  expect(found?.activeParameter).toBe(found?.signatures[0]?.parameters?.length);
});

test('outside of calls there is none', () => {
  expect(help('filter a ‸')).toBeNull();
});
