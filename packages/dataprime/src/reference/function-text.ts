import type { FunctionDef, Parameter, Pattern } from '../functions/function-def.ts';
import { typeName } from '../types/type.ts';

/** What a parameter accepts, in words of the language: `number`, `array<T>`. */
const patternText = (pattern: Pattern): string => {
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

/** What a function does, with its example and what is to know of it. */
export const functionDocText = ({ doc, example, deprecated, lower }: FunctionDef): string =>
  [
    doc,
    `Example: \`${example.text}\` → \`${JSON.stringify(example.result)}\``,
    ...(deprecated === null ? [] : [`Old spelling of \`${deprecated}\`.`]),
    ...(lower === null ? ['Not supported yet.'] : []),
  ].join('\n');
