import type { Expr } from '../ast/expr.ts';
import { type Node, nodesAt } from '../ast/nodes-at.ts';
import { findAggregation, findScalar } from '../functions/registry.ts';
import { COMMANDS } from '../parse/command-names.ts';
import { parseTokens } from '../parse/parse.ts';
import type { ReadToken } from '../parse/parser.ts';
import { CLAUSE_DOCS } from '../reference/clause-words.ts';
import { COMMAND_DOCS } from '../reference/command-docs.ts';
import { COMMAND_PAGES } from '../reference/command-pages.ts';
import { EXTRACTOR_PAGES } from '../reference/extractor-pages.ts';
import { EXTRACTORS } from '../reference/extractors.ts';
import { functionDocText, signatureText, withoutLinks } from '../reference/function-text.ts';
import { OPERATOR_DOCS, PREFIX_DOCS } from '../reference/operator-docs.ts';
import { CAST_TYPES } from '../types/cast-type.ts';
import { typeName } from '../types/type.ts';
import type { Hover, HoverOptions } from './hover.ts';
import { hoverKey } from './hover-key.ts';
import { hoverLiteral } from './hover-literal.ts';

const spanOf = ({ start, end }: ReadToken): Hover['span'] => ({ start, end });

const hoverCommand = (token: ReadToken, nodes: readonly Node[]): Hover | null => {
  for (const node of nodes.toReversed()) {
    if (!('keyword' in node) || node.kind === 'error') continue;
    const { summary, syntax, example } = COMMAND_DOCS[node.kind];
    const others = COMMANDS[node.kind].slice(1).map((name) => `\`${name}\``);
    const body = [
      summary,
      ...COMMAND_PAGES[node.kind].notes.map(withoutLinks),
      `Example: \`${example}\``,
      ...(others.length === 0 ? [] : [`Also written ${others.join(', ')}.`]),
    ];
    return { span: spanOf(token), title: syntax, body: body.join('\n') };
  }
  return null;
};

const hoverFunction = (token: ReadToken, nodes: readonly Node[]): Hover | null => {
  const extractor = EXTRACTORS.find(({ name }) => name === token.text);
  const inCall = nodes.some((node) => node.kind === 'call' && node.name.span.start === token.start);
  if (!inCall && extractor !== undefined) {
    const title = `${extractor.name}(${extractor.parameters.join(', ')})`;
    const page = EXTRACTOR_PAGES[extractor.name];
    const body = [`${extractor.summary}.`, ...(page === undefined ? [] : [page.result, ...page.notes])];
    return { span: spanOf(token), title, body: body.map(withoutLinks).join('\n') };
  }
  const call = nodes.findLast((node) => node.kind === 'call');
  const isSingle = call !== undefined && call.args.length + (call.receiver === null ? 0 : 1) < 2;
  const [aggregation, scalar] = [findAggregation(token.text), findScalar(token.text)];
  const fn = isSingle ? (aggregation ?? scalar) : (scalar ?? aggregation);
  return fn === null ? null : { span: spanOf(token), title: signatureText(fn), body: functionDocText(fn) };
};

const documented = (docs: Readonly<Record<string, string>>, text: string): string | null =>
  Object.hasOwn(docs, text) ? (docs[text] ?? null) : null;

const hoverWord = (token: ReadToken, docs: Readonly<Record<string, string>>): Hover | null => {
  const body = documented(docs, token.text);
  return body === null ? null : { span: spanOf(token), title: token.text, body };
};

const ROOT_DOCS: Readonly<Record<string, string>> = {
  d: 'The record itself.',
  m: 'What the store knows of the record: time, severity, duration.',
  l: 'Where the record comes from: application, subsystem, service.',
  p: 'Parameters of the query, read only.',
};

const innermost = <K extends Expr['kind']>(nodes: readonly Node[], kind: K): (Expr & { readonly kind: K }) | null => {
  const found = nodes.findLast((node) => node.kind === kind);
  return (found as (Expr & { readonly kind: K }) | undefined) ?? null;
};

const hoverPath = (text: string, token: ReadToken, nodes: readonly Node[], options: HoverOptions): Hover | null => {
  const keypath = innermost(nodes, 'keypath');
  if (keypath === null) return null;
  if (keypath.root !== null && keypath.steps.length === 0)
    return { span: spanOf(token), title: token.text, body: ROOT_DOCS[keypath.root] ?? '' };
  // Up to the key that is pointed at: `user` in `user.name` is an object.
  const steps = keypath.steps.filter(({ span }) => span.start <= token.start);
  const end = Math.max(token.end, steps.at(-1)?.span.end ?? 0);
  return hoverKey(text, nodes, { ...keypath, steps, span: { start: keypath.span.start, end } }, options);
};

const hoverToken = (text: string, token: ReadToken, nodes: readonly Node[], options: HoverOptions): Hover | null => {
  switch (token.role) {
    case 'command':
      return hoverCommand(token, nodes);
    case 'keyword':
      return hoverWord(token, CLAUSE_DOCS);
    case 'function':
      return hoverFunction(token, nodes);
    case 'infix':
      return hoverWord(token, OPERATOR_DOCS);
    case 'prefix':
      return hoverWord(token, PREFIX_DOCS);
    case 'key':
    case 'namespace':
      return hoverPath(text, token, nodes, options);
    case 'type': {
      const type = CAST_TYPES.get(token.text);
      return type === undefined ? null : { span: spanOf(token), title: typeName(type), body: 'A type.' };
    }
    case 'literal':
    case 'constant':
    case 'severity': {
      const inner = nodes.at(-1);
      if (inner === undefined || inner.kind === 'query' || 'keyword' in inner) return null;
      return inner.kind === 'keypath' ? hoverPath(text, token, nodes, options) : hoverLiteral(inner);
    }
    case 'name':
    case 'cast':
    case 'index':
    case 'punctuation':
    case 'skipped':
      return null;
  }
};

/** What is to say about the piece of a query at an offset; null where there is nothing. For any text; never throws. */
export const hoverAt = (text: string, offset: number, options: HoverOptions = {}): Hover | null => {
  const { query, tokens } = parseTokens(text);
  // Between two pieces that touch, the later one is pointed at, if there is something to say about it.
  for (const token of tokens.filter(({ start, end }) => start <= offset && offset <= end).toReversed()) {
    const nodes = nodesAt(query, token.start).filter(({ span }) => span.end >= token.end);
    const hover = hoverToken(text, token, nodes, options);
    if (hover !== null && hover.span.start <= offset && offset <= hover.span.end) return hover;
  }
  return null;
};
