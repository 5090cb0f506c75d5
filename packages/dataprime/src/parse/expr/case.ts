import { closest } from '@clearspan/text';
import type { CaseArm, CaseExpr, CaseForm, Expr } from '../../ast/expr.ts';
import { accept, advance, at, spanFrom } from '../cursor.ts';
import { expect, expectClosing } from '../expect.ts';
import { built, nested } from '../nesting.ts';
import type { Parser } from '../parser.ts';
import { report, unexpected } from '../report.ts';

export const CASE_FORMS: readonly CaseForm[] = [
  'case',
  'case_contains',
  'case_equals',
  'case_greaterthan',
  'case_lessthan',
];
const FORMS: ReadonlyMap<string, CaseForm> = new Map(CASE_FORMS.map((form) => [form, form]));

export const caseForm = (text: string): CaseForm | null => FORMS.get(text) ?? null;

/** The form that a word before `{` most likely means. */
export const nearestCaseForm = (text: string): CaseForm | null =>
  FORMS.get(closest(text.replaceAll('_', ''), FORMS.keys()) ?? '') ??
  FORMS.get(closest(text, FORMS.keys()) ?? '') ??
  null;

interface Arms {
  readonly arms: readonly CaseArm[];
  readonly otherwise: Expr | null;
}

const readArm = (p: Parser): CaseArm => {
  const start = p.current.start;
  const when = p.readExpr(p);
  expect(p, '->');
  const then = p.readExpr(p);
  // oxlint-disable-next-line unicorn/no-thenable -- the branch of a tree, which nobody awaits
  return { when, then, span: spanFrom(p, start) };
};

const readDefault = (p: Parser): Expr => {
  advance(p, 'constant');
  expect(p, '->');
  return p.readExpr(p);
};

/** Arms up to the closing brace. The default is the last arm: arms after it are told and kept. */
const readArms = (p: Parser): Arms => {
  const arms: CaseArm[] = [];
  let otherwise: Expr | null = null;
  do {
    // A comma brings reading back into step; before the first arm nothing did.
    if (arms.length > 0 || otherwise !== null) p.panic = false;
    const { start, end } = p.current;
    const isDefault = p.current.kind === 'ident' && p.current.text === '_';
    if (otherwise !== null) {
      report(p, 'DP1003', { start, end }, 'expected `}` after the default arm, found another arm');
    }
    if (isDefault) otherwise = readDefault(p);
    else if (at(p, '}')) {
      unexpected(p, 'an arm after `,`', {
        fix: { title: 'Remove the comma', span: { start: p.previousEnd - 1, end: p.previousEnd }, text: '' },
      });
    } else arms.push(readArm(p));
  } while (accept(p, ','));
  return { arms, otherwise };
};

/** `case { … }` and its four short forms, from the word. */
export const readCase = (p: Parser, form: CaseForm): CaseExpr => {
  const { start } = advance(p, 'keyword');
  const read = nested(p, () => {
    expect(p, '{');
    const subject = form === 'case' ? null : p.readExpr(p);
    if (subject !== null) expect(p, ',');
    const { arms, otherwise } = readArms(p);
    expectClosing(p, '}');
    return { subject, arms, otherwise };
  });
  const node: CaseExpr = { kind: 'case', form, ...read, span: spanFrom(p, start) };
  const children = [...read.arms.flatMap(({ when, then }) => [when, then]), read.subject, read.otherwise];
  return built(
    p,
    node,
    children.filter((child) => child !== null),
  );
};
