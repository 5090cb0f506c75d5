import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import { quote } from '../lex/escapes.ts';
import { readInterval } from '../lex/interval.ts';
import { readQuotedTimestamp } from '../lex/timestamp.ts';
import { nearestSeverity, severityFromText } from '../types/severity.ts';
import { sameType, type Type, typeName } from '../types/type.ts';
import type { TypedExpr } from './checked.ts';
import { regexpLiteral } from './regexp-literal.ts';
import { error, type Scope, sourceText, warn, wrong } from './scope.ts';

/** Gives a value whose type only the data knows the type its use asks for. */
const retype = (expr: TypedExpr, type: Type): TypedExpr => {
  switch (expr.kind) {
    case 'field':
    case 'column':
    case 'access':
    case 'null':
      return { ...expr, type };
    case 'array':
    case 'binary':
    case 'bool':
    case 'call':
    case 'case':
    case 'cast':
    case 'interval':
    case 'negate':
    case 'not':
    case 'number':
    case 'object':
    case 'parameter':
    case 'presence':
    case 'regexp':
    case 'severity':
    case 'string':
    case 'subquery':
    case 'template':
    case 'timestamp':
    case 'use':
      return { kind: 'use', operand: expr, type, span: expr.span };
  }
};

const toSeverity = (scope: Scope, expr: TypedExpr): TypedExpr => {
  const text = expr.kind === 'string' ? expr.value : expr.kind === 'number' ? String(expr.value) : null;
  if (text === null) {
    warn(
      scope,
      'DP3003',
      `severity is compared with a ${typeName(expr.type)}; a severity such as ERROR is meant`,
      expr.span,
    );
    return { kind: 'cast', operand: expr, type: { kind: 'severity' }, span: expr.span };
  }
  const name = severityFromText(text);
  if (name === null) {
    const near = nearestSeverity(text);
    error(
      scope,
      'DP2003',
      `expected a severity, found ${expr.kind === 'string' ? `'${text}'` : text}${near === null ? '' : `; did you mean \`${near}\`?`}`,
      expr.span,
      near === null ? undefined : { title: `write ${near}`, span: expr.span, text: near },
    );
    return wrong(expr.span);
  }
  warn(scope, 'DP3003', `severity is compared with a ${typeName(expr.type)}; write ${name}`, expr.span, {
    title: `write ${name}`,
    span: expr.span,
    text: name,
  });
  return { kind: 'severity', name, type: { kind: 'severity' }, span: expr.span };
};

/** A key of the data called as a severity is written in another case or elsewhere: most likely the severity is meant. */
const bareSeverity = (scope: Scope, expr: TypedExpr): void => {
  if (expr.kind !== 'field' || expr.root !== 'd' || expr.path.length !== 1) return;
  const key = String(expr.path[0]);
  const meant = nearestSeverity(key);
  if (meant === null || sourceText(scope, expr.span) !== key) return;
  warn(scope, 'DP3003', `severity is compared with the field \`${key}\`; write ${meant}`, expr.span, {
    title: `write ${meant}`,
    span: expr.span,
    text: meant,
  });
};

/** A literal written as one of the type that is asked for; null where its text is none. */
const literalText = (expr: TypedExpr, type: Type): string | null => {
  if (expr.kind === 'number' && type.kind === 'string') return quote(String(expr.value));
  if (expr.kind === 'bool' && type.kind === 'string') return quote(String(expr.value));
  if (expr.kind !== 'string') return null;
  switch (type.kind) {
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(expr.value) ? expr.value : null;
    case 'bool':
      return expr.value === 'true' || expr.value === 'false' ? expr.value : null;
    case 'interval':
      return /^-?(?:\d+(?:ns|us|ms|[dhms]))+$/.test(expr.value) && readInterval(expr.value).ok ? expr.value : null;
    case 'timestamp':
      return readQuotedTimestamp(expr.value).ok ? `@${quote(expr.value)}` : null;
    case 'array':
    case 'null':
    case 'object':
    case 'regexp':
    case 'severity':
    case 'string':
    case 'unknown':
      return null;
  }
};

const castFix = (expr: TypedExpr, type: Type): Fix | undefined => {
  const text = literalText(expr, type);
  if (text !== null) return { title: `write ${text}`, span: expr.span, text };
  const castable =
    ['string', 'number', 'bool', 'timestamp', 'interval'].includes(type.kind) &&
    (expr.kind === 'field' || expr.kind === 'column' || expr.kind === 'call');
  const end = expr.span.end;
  return castable ? { title: `cast to ${type.kind}`, span: { start: end, end }, text: `:${type.kind}` } : undefined;
};

/** The expression as a value of the type. What it is instead, when that is known to differ, is reported. */
export const want = (scope: Scope, expr: TypedExpr, type: Type): TypedExpr => {
  if (sameType(expr.type, type) || type.kind === 'unknown') return expr;
  if (expr.kind === 'null') return { ...expr, type };
  if (type.kind === 'severity') bareSeverity(scope, expr);
  if (expr.type.kind === 'unknown' || expr.type.kind === 'null') return retype(expr, type);
  if (type.kind === 'severity' && (expr.type.kind === 'string' || expr.type.kind === 'number'))
    return toSeverity(scope, expr);
  if (type.kind === 'regexp' && expr.type.kind === 'string')
    return expr.kind === 'string'
      ? regexpLiteral(scope, expr.value, expr.span)
      : { kind: 'cast', operand: expr, type, span: expr.span };
  if (type.kind === 'array' && expr.type.kind === 'array') {
    if (expr.kind === 'array') return { ...expr, items: expr.items.map((item) => want(scope, item, type.of)), type };
    if (expr.type.of.kind === 'unknown' || type.of.kind === 'unknown')
      return { kind: 'use', operand: expr, type, span: expr.span };
  }
  error(scope, 'DP2003', `expected ${typeName(type)}, found ${typeName(expr.type)}`, expr.span, castFix(expr, type));
  return wrong(expr.span);
};

/** The same where the grammar has no room for a cast, so that none is offered. */
export const wantUncast = <T>(scope: Scope, run: (scope: Scope) => T): T => {
  const diagnostics: Diagnostic[] = [];
  const result = run({ ...scope, session: { ...scope.session, diagnostics } });
  scope.session.diagnostics.push(
    ...diagnostics.map(({ code, severity, message, span }) => ({ code, severity, message, span })),
  );
  return result;
};

export const wantCondition = (scope: Scope, expr: TypedExpr): TypedExpr => want(scope, expr, { kind: 'bool' });

/** The one type of several values, each turned into it; null, reported, when there is none. */
export const wantSame = (scope: Scope, exprs: readonly TypedExpr[]): { type: Type; exprs: readonly TypedExpr[] } => {
  const severity = exprs.find(({ type }) => type.kind === 'severity');
  const known =
    severity ??
    exprs.find(
      ({ type }) =>
        type.kind !== 'unknown' && type.kind !== 'null' && !(type.kind === 'array' && type.of.kind === 'unknown'),
    );
  const type: Type = known?.type ?? exprs.find(({ type: t }) => t.kind === 'array')?.type ?? { kind: 'unknown' };
  return { type, exprs: exprs.map((expr) => want(scope, expr, type)) };
};
