import type { FunctionDef, Parameter } from '../functions/function-def.ts';
import { unsupportedSpecifier } from '../functions/time-format.ts';
import { unreadableSpecifier } from '../functions/time-parse.ts';
import { NAMED_FORMATS } from '../functions/time-pattern.ts';
import { dateUnit, nearestUnit, timeUnit } from '../functions/time-unit.ts';
import { nearestZone, parseZone } from '../functions/time-zone.ts';
import type { TypedExpr } from './checked.ts';
import { error, type Scope } from './scope.ts';

const LITERALS: ReadonlySet<TypedExpr['kind']> = new Set(['string', 'number', 'bool', 'regexp', 'interval', 'null']);
const checkFormat = (scope: Scope, fn: FunctionDef, text: string, arg: TypedExpr): void => {
  const parses = fn.name === 'parseTimestamp' || fn.name === 'parseToTimestamp';
  const bad = parses ? unreadableSpecifier(text) : NAMED_FORMATS.has(text) ? null : unsupportedSpecifier(text);
  if (bad !== null) error(scope, 'DP4001', `\`${bad}\` in a format of \`${fn.name}\` is not supported yet`, arg.span);
};

/** Reports a text that names nothing, with the nearest name that would. */
const wrongName = (scope: Scope, expected: string, text: string, near: string | null, arg: TypedExpr): void => {
  const hint = near === null ? '' : `; did you mean '${near}'?`;
  const fix = near === null ? undefined : { title: `write '${near}'`, span: arg.span, text: `'${near}'` };
  error(scope, 'DP2003', `expected ${expected}, found '${text}'${hint}`, arg.span, fix);
};

const checkText = (scope: Scope, fn: FunctionDef, name: string, text: string, arg: TypedExpr): void => {
  switch (name) {
    case 'tz':
      if (parseZone(text) === null)
        wrongName(scope, "a time zone such as '+01:00' or 'Europe/Berlin'", text, nearestZone(text), arg);
      return;
    case 'format':
      checkFormat(scope, fn, text, arg);
      return;
    case 'timeUnit':
    case 'scale':
      if (timeUnit(text) === null)
        wrongName(scope, "a time unit such as 'second'", text, nearestUnit(text, false), arg);
      return;
    case 'unit':
      if (timeUnit(text) === null && dateUnit(text) === null)
        wrongName(scope, "a time or date unit such as 'hour' or 'month'", text, nearestUnit(text, true), arg);
      return;
    default:
      return;
  }
};

const checkPercentile = (scope: Scope, arg: TypedExpr): void => {
  if (arg.kind !== 'number' || (arg.value >= 0 && arg.value <= 1)) return;
  const fits = arg.value > 1 && arg.value <= 100;
  const text = String(arg.value / 100);
  error(
    scope,
    'DP2003',
    `expected a percentile from 0 to 1, found ${arg.value}`,
    arg.span,
    fits ? { title: `write ${text}`, span: arg.span, text } : undefined,
  );
};

/** The engine splits at a regular expression only when it is written out. */
const splitsAtRegexp = ({ type }: Parameter, arg: TypedExpr): boolean =>
  type.kind === 'string-or-regexp' && arg.type.kind === 'regexp';

/** Parameters that must be written out: units, formats, zones, options. */
export const checkLiterals = (scope: Scope, fn: FunctionDef, args: readonly (TypedExpr | null)[]): void => {
  fn.parameters.forEach((parameter, index) => {
    const arg = args[index];
    if (arg == null || !(parameter.literal || splitsAtRegexp(parameter, arg))) return;
    if (!LITERALS.has(arg.kind))
      error(
        scope,
        'DP2013',
        `expected \`${parameter.name}\` of \`${fn.name}\` to be written out, found a computed value`,
        arg.span,
      );
    else if (arg.kind === 'string') checkText(scope, fn, parameter.name, arg.value, arg);
    else if (parameter.name === 'percentile') checkPercentile(scope, arg);
    else if (parameter.name === 'limit' && arg.kind === 'number' && (!Number.isSafeInteger(arg.value) || arg.value < 1))
      error(scope, 'DP2003', `expected \`limit\` to be a whole number above 0, found ${arg.value}`, arg.span);
  });
};
