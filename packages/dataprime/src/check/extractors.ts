import { closest } from '@clearspan/text';
import type { Expr } from '../ast/expr.ts';
import type { ExtractStage } from '../ast/stage.ts';
import { NUMBER, STRING, type Type } from '../types/type.ts';
import type { TypedExpr } from './checked.ts';
import { withoutParens } from './keypath.ts';
import { error, type Scope, wrong } from './scope.ts';

/** The extractors and their arguments in order; arguments may be named. */
const PARAMETERS = {
  regexp: ['e'],
  multi_regexp: ['e'],
  kv: ['pair_delimiter', 'key_delimiter', 'quote_char'],
  jsonobject: ['max_unescape_count'],
  split: ['delimiter', 'element_datatype'],
} as const;
export type ExtractorName = keyof typeof PARAMETERS;

const isExtractor = (name: string): name is ExtractorName => Object.hasOwn(PARAMETERS, name);

/** Names of other languages, in lower case. */
const FOREIGN: ReadonlyMap<string, ExtractorName> = new Map([
  ['json', 'jsonobject'],
  ['parse_json', 'jsonobject'],
  ['json_object', 'jsonobject'],
  ['regex', 'regexp'],
  ['multi_regex', 'multi_regexp'],
  ['keyvalue', 'kv'],
  ['key_value', 'kv'],
  ['logfmt', 'kv'],
]);

/** The extractor a stage names; null, reported, when there is none of that name. */
export const extractorOf = (scope: Scope, { extractor }: ExtractStage): ExtractorName | null => {
  if (isExtractor(extractor.text)) return extractor.text;
  const names = Object.keys(PARAMETERS);
  const near = FOREIGN.get(extractor.text.toLowerCase()) ?? closest(extractor.text, names);
  const expected =
    near === null ? `expected ${names.map((name) => `\`${name}\``).join(', ')}` : `did you mean \`${near}\`?`;
  error(
    scope,
    'DP2002',
    `unknown extractor \`${extractor.text}\`; ${expected}`,
    extractor.span,
    near === null ? undefined : { title: `replace by \`${near}\``, span: extractor.span, text: near },
  );
  return null;
};

/** The arguments of an extractor by their names; what does not fit is reported. */
export const bindExtractor = (scope: Scope, name: ExtractorName, stage: ExtractStage): ReadonlyMap<string, Expr> => {
  const names: readonly string[] = PARAMETERS[name];
  const bound = new Map<string, Expr>();
  for (const [index, { name: written, value, span }] of stage.args.entries()) {
    const parameter = written === null ? names[index] : written.text;
    if (parameter === undefined) {
      error(scope, 'DP2004', `expected at most ${names.length} arguments of \`${name}\`, found more`, span);
      break;
    }
    if (!names.includes(parameter)) {
      const expected = names.map((known) => `\`${known}\``).join(', ');
      const near = closest(parameter, names);
      const hint = near === null ? '' : `; did you mean \`${near}\`?`;
      const place = written?.span ?? span;
      const fix = near === null ? undefined : { title: `replace by \`${near}\``, span: place, text: near };
      error(
        scope,
        'DP2005',
        `unknown argument \`${parameter}\` of \`${name}\`; expected ${expected}${hint}`,
        place,
        fix,
      );
    } else if (bound.has(parameter))
      error(scope, 'DP2004', `argument \`${parameter}\` of \`${name}\` is given twice`, written?.span ?? span);
    else bound.set(parameter, value);
  }
  return bound;
};

/** A literal argument; null when it was left out or, reported, is something else. */
const literalArgument = (scope: Scope, name: string, expr: Expr | undefined, type: Type): TypedExpr | null => {
  if (expr === undefined) return null;
  const typed = scope.check({ ...scope, place: 'constant' }, expr);
  if (typed.kind === type.kind || typed.type.kind === 'unknown') return typed;
  error(scope, 'DP2013', `expected \`${name}\` to be a ${type.kind} written out, found ${typed.type.kind}`, expr.span);
  return null;
};

/** A delimiter or quote; `lengthMax` in characters. */
export const textArgument = (
  scope: Scope,
  args: ReadonlyMap<string, Expr>,
  name: string,
  { emptyAllowed, lengthMax }: { readonly emptyAllowed: boolean; readonly lengthMax: number },
): TypedExpr | null => {
  const typed = literalArgument(scope, name, args.get(name), STRING);
  if (typed?.kind !== 'string') return typed;
  if (typed.value === '' && !emptyAllowed)
    error(scope, 'DP2003', `expected \`${name}\` to be at least one character, found an empty text`, typed.span);
  if (typed.value.length > lengthMax)
    error(scope, 'DP2003', `expected \`${name}\` to be at most ${lengthMax} characters, found more`, typed.span);
  return typed;
};

const unescapesMax = 8;

export const countArgument = (scope: Scope, args: ReadonlyMap<string, Expr>, name: string): TypedExpr | null => {
  const typed = literalArgument(scope, name, args.get(name), NUMBER);
  if (typed?.kind === 'number' && !(Number.isInteger(typed.value) && typed.value >= 0 && typed.value <= unescapesMax))
    error(scope, 'DP2003', `expected \`${name}\` from 0 to ${unescapesMax}, found ${typed.value}`, typed.span);
  return typed;
};

/** A bare word such as `number`, or the same as a text; null when it was left out. */
export const wordArgument = (args: ReadonlyMap<string, Expr>, name: string): string | null => {
  const expr = args.get(name);
  if (expr === undefined) return null;
  const bare = withoutParens(expr);
  if (bare.kind === 'string') return bare.value;
  const [step] = bare.kind === 'keypath' && bare.root === null && bare.steps.length === 1 ? bare.steps : [];
  return step?.kind === 'key' ? step.key : '';
};

/** The pattern of `regexp` and `multi_regexp`, also where it is written as a text. */
export const patternArgument = (
  scope: Scope,
  args: ReadonlyMap<string, Expr>,
  stage: ExtractStage,
): TypedExpr & { readonly type: Type } => {
  const expr = args.get('e');
  if (expr === undefined) {
    error(
      scope,
      'DP2004',
      `expected 1 argument of \`${stage.extractor.text}\`, found 0; \`e\` is missing`,
      stage.extractor.span,
    );
    return wrong(stage.extractor.span);
  }
  const bare = withoutParens(expr);
  const pattern: Expr = bare.kind === 'string' ? { kind: 'regex', pattern: bare.value, span: bare.span } : bare;
  const typed = scope.check({ ...scope, place: 'constant' }, pattern);
  if (typed.kind === 'regexp' || typed.type.kind === 'unknown') return typed;
  error(scope, 'DP2013', `expected a regular expression written out, found ${typed.type.kind}`, expr.span);
  return wrong(expr.span);
};
