import type { FunctionDef, Parameter, Pattern } from '../functions/function-def.ts';
import { typeName } from '../types/type.ts';
import { functionNote } from './function-notes.ts';

/** What a parameter accepts, in words of the language: `number`, `array<T>`. */
export const patternText = (pattern: Pattern): string => {
  switch (pattern.kind) {
    case 'var':
      return pattern.name;
    case 'array':
      return `array<${patternText(pattern.of)}>`;
    case 'text':
    case 'any':
      return 'any';
    case 'string-or-regexp':
      return 'string | regexp';
    case 'bool':
    case 'interval':
    case 'null':
    case 'number':
    case 'object':
    case 'regexp':
    case 'severity':
    case 'string':
    case 'timestamp':
    case 'unknown':
      return typeName(pattern);
  }
};

/** `percentile: number`, `tz?: string`, `…values: T`. */
export const parameterText = ({ name, type, optional, variadic }: Parameter): string =>
  `${variadic ? '…' : ''}${name}${optional && !variadic ? '?' : ''}: ${patternText(type)}`;

/** `percentile(percentile: number, expression: number): number`. */
export const signatureText = ({ name, parameters, returns }: FunctionDef): string =>
  `${name}(${parameters.map(parameterText).join(', ')}): ${patternText(returns)}`;

/** Links lead from page to page of the reference; elsewhere their text is enough. That of a page's own name is code. */
export const withoutLinks = (markdown: string): string =>
  markdown.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, text: string, target: string) =>
    target.endsWith(`/${text}.md`) || target === `${text}.md` ? `\`${text}\`` : text,
  );

/** What a parameter is, its range, and what holds where it is left out. */
export const parameterDocText = (fn: FunctionDef, { name }: Parameter): string =>
  withoutLinks(functionNote(fn).parameters[name] ?? '');

/** What a function does, what is to know of it, and an example. */
export const functionDocText = (fn: FunctionDef): string =>
  [
    fn.doc,
    ...(functionNote(fn).notes ?? []).map(withoutLinks),
    ...(fn.deprecated === null ? [] : [`Old spelling of \`${fn.deprecated}\`.`]),
    ...(fn.lower === null ? ['Not supported yet.'] : []),
    `Example: \`${fn.example.text}\` → \`${JSON.stringify(fn.example.result)}\``,
  ].join('\n');
