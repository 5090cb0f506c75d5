import type { Argument, CaseExpr, Expr, KeypathExpr, PathStep, TemplateExpr } from '../ast/expr.ts';
import { PRECEDENCE, TIGHTEST } from '../ast/precedence.ts';
import { escapeTemplate, quote } from '../lex/escapes.ts';
import { isIdentifier, isReserved } from '../lex/identifier.ts';
import { intervalText } from '../types/interval-text.ts';
import type { PrintContext } from './print-context.ts';

/** What an operand of a method, a cast or an index must bind like. */
const POSTFIX = TIGHTEST + 1;

const precedenceOf = (expr: Expr): number => {
  if (expr.kind === 'binary') return PRECEDENCE[expr.op];
  return expr.kind === 'unary' ? TIGHTEST : POSTFIX;
};

/** In parentheses where the text would otherwise be read as another tree. */
const atLeast = (c: PrintContext, level: number, expr: Expr): string => {
  if (expr.kind === 'paren' && c.parens === 'minimal') return atLeast(c, level, expr.expr);
  const text = printExprIn(c, expr);
  return precedenceOf(expr) < level ? `(${text})` : text;
};

const printStep = (c: PrintContext, step: PathStep): string => {
  switch (step.kind) {
    case 'key':
      return isIdentifier(step.key) ? `.${step.key}` : `[${quote(step.key)}]`;
    case 'index':
      return `[${step.index}]`;
    case 'dynamic':
      return `[${printExprIn(c, step.expr)}]`;
  }
};

/** A first key that cannot stand alone takes the `$d` that it means. */
const printKeypath = (c: PrintContext, { root, steps, side }: KeypathExpr): string => {
  const [first, ...rest] = steps;
  const bare = root === null && first?.kind === 'key' && isIdentifier(first.key) && !isReserved(first.key);
  const start = bare ? first.key : `$${root ?? 'd'}`;
  const prefix = side === undefined ? '' : `${side}=>`;
  return `${prefix}${start}${(bare ? rest : steps).map((step) => printStep(c, step)).join('')}`;
};

const printTemplate = (c: PrintContext, { parts }: TemplateExpr): string => {
  const texts = parts.map((part) =>
    part.kind === 'text' ? escapeTemplate(part.value) : `{${printExprIn(c, part.expr)}}`,
  );
  return `\`${texts.join('')}\``;
};

/** The slash is the one character that needs a backslash; other escapes belong to the pattern. */
const printRegex = (pattern: string): string => {
  const text = pattern.replace(/\\[\s\S]|\//g, (found) => (found === '/' ? '\\/' : found));
  return `/${text}/`;
};

const printArgument = (c: PrintContext, { name, value }: Argument): string =>
  `${name === null ? '' : `${name.text}=`}${printExprIn(c, value)}`;

export const printArguments = (c: PrintContext, args: readonly Argument[]): string =>
  `(${args.map((arg) => printArgument(c, arg)).join(', ')})`;

const printCase = (c: PrintContext, { form, subject, arms, otherwise }: CaseExpr): string => {
  const parts = [
    ...(subject === null ? [] : [printExprIn(c, subject)]),
    ...arms.map(({ when, then }) => `${printExprIn(c, when)} -> ${printExprIn(c, then)}`),
    ...(otherwise === null ? [] : [`_ -> ${printExprIn(c, otherwise)}`]),
  ];
  return `${form} { ${parts.join(', ')} }`;
};

/** A sign before digits would belong to them, so the operand takes parentheses. */
const printUnary = (c: PrintContext, op: '!' | '-', operand: Expr): string => {
  const text = atLeast(c, TIGHTEST, operand);
  return op === '-' && /^\d/.test(text) ? `-(${text})` : `${op}${text}`;
};

/** Without the parentheses that are not to be kept. */
const bared = (c: PrintContext, expr: Expr): Expr => {
  let bare = expr;
  while (bare.kind === 'paren' && c.parens === 'minimal') bare = bare.expr;
  return bare;
};

/** A key after a keypath would be one of its own, so the keypath takes parentheses. */
const printOperand = (c: PrintContext, operand: Expr): string => {
  const bare = bared(c, operand);
  const text = atLeast(c, POSTFIX, bare);
  return bare.kind === 'keypath' ? `(${text})` : text;
};

/** `1w` is no documented spelling. */
const printInterval = (text: string, nanos: bigint): string => (text.includes('w') ? intervalText(nanos) : text);

const printTimestamp = (text: string): string =>
  text.startsWith('@"') ? `@${quote(text.slice(2, text.endsWith('"') ? -1 : undefined))}` : text;

const printDynamicTimestamp = (c: PrintContext, expr: Expr): string => {
  const bare = bared(c, expr);
  return bare.kind === 'template' ? `@${printTemplate(c, bare)}` : `@(${printExprIn(c, bare)})`;
};

/** One expression on one line. */
export const printExprIn = (c: PrintContext, expr: Expr): string => {
  switch (expr.kind) {
    case 'keypath':
      return printKeypath(c, expr);
    case 'null':
      return 'null';
    case 'bool':
      return String(expr.value);
    case 'number':
      return expr.text;
    case 'string':
      return quote(expr.value);
    case 'template':
      return printTemplate(c, expr);
    case 'interval':
      return printInterval(expr.text, expr.nanos);
    case 'timestamp':
      return printTimestamp(expr.text);
    case 'dynamic-timestamp':
      return printDynamicTimestamp(c, expr.expr);
    case 'regex':
      return printRegex(expr.pattern);
    case 'severity':
      return expr.name;
    case 'array':
      return `[${expr.items.map((item) => printExprIn(c, item)).join(', ')}]`;
    case 'unary':
      return printUnary(c, expr.op, expr.operand);
    case 'binary': {
      const level = PRECEDENCE[expr.op];
      return `${atLeast(c, level, expr.left)} ${expr.op} ${atLeast(c, level + 1, expr.right)}`;
    }
    case 'cast':
      return `${atLeast(c, POSTFIX, expr.operand)}:${expr.type.text}`;
    case 'call': {
      const receiver = expr.receiver === null ? '' : `${atLeast(c, POSTFIX, expr.receiver)}.`;
      return `${receiver}${expr.name.text}${printArguments(c, expr.args)}`;
    }
    case 'access':
      return `${printOperand(c, expr.operand)}${printStep(c, expr.step)}`;
    case 'case':
      return printCase(c, expr);
    case 'subquery':
      return `(| ${c.printQuery(c, expr.query)} |)`;
    case 'paren':
      return c.parens === 'minimal' ? printExprIn(c, expr.expr) : `(${printExprIn(c, expr.expr)})`;
    case 'error':
      return '';
  }
};
