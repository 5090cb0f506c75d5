import type { Span } from '@clearspan/text';
import { closest } from '@clearspan/text';
import { arrayOf, INTERVAL, STRING, TIMESTAMP, type Type } from '../types/type.ts';
import type { Path, TypedExpr } from './checked.ts';
import type { ParameterValue } from './parameter-value.ts';
import { error, type Scope, wrong } from './scope.ts';

const TIME_RANGE: ReadonlyMap<
  string,
  { readonly name: 'startTime' | 'endTime' | 'suggestedInterval'; readonly type: Type }
> = new Map([
  ['startTime', { name: 'startTime', type: TIMESTAMP }],
  ['endTime', { name: 'endTime', type: TIMESTAMP }],
  ['suggestedInterval', { name: 'suggestedInterval', type: INTERVAL }],
] as const);

const text = (value: string, span: Span): TypedExpr => ({ kind: 'string', value, type: STRING, span });

const givenValue = (value: ParameterValue, span: Span): TypedExpr => {
  if (value === null) return { kind: 'null', type: STRING, span };
  if (typeof value === 'string') return text(value, span);
  return { kind: 'array', items: value.map((item) => text(item, span)), type: arrayOf(STRING), span };
};

/** The value of `$p.name`, and of `$p.name[0]` where it is several texts. An unknown one is reported. */
export const resolveParameter = (scope: Scope, path: Path, span: Span): TypedExpr => {
  const [name, key] = path;
  if (name === 'timeRange' && path.length === 2) {
    const found = TIME_RANGE.get(String(key));
    if (found !== undefined) return { kind: 'parameter', ...found, span };
  }
  const { parameters } = scope.session;
  const given = typeof name === 'string' && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (given !== undefined && path.length === 1) return givenValue(given, span);
  if (Array.isArray(given) && path.length === 2 && typeof key === 'number') return givenValue(given[key] ?? null, span);
  const names = [...Object.keys(parameters), ...[...TIME_RANGE.keys()].map((key) => `timeRange.${key}`)];
  const written = path.join('.');
  const near = closest(written, names);
  const hint = near === null ? '' : `; did you mean \`$p.${near}\`?`;
  error(
    scope,
    'DP2010',
    `unknown parameter \`$p.${written}\`${hint}`,
    span,
    near === null ? undefined : { title: `replace by \`$p.${near}\``, span, text: `$p.${near}` },
  );
  return wrong(span);
};
