import type { ParameterValue } from '@clearspan/dataprime';
import { usageError } from './usage-error.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What `$p.name` stands for: `NAME=TEXT`, given again for several texts, or `NAME` alone where any will do. */
export const readParameters = (
  written: readonly string[],
  command: string,
): Readonly<Record<string, ParameterValue>> => {
  const parameters: Record<string, ParameterValue> = {};
  for (const text of written) {
    const at = text.indexOf('=');
    const name = at < 0 ? text : text.slice(0, at);
    if (!NAME.test(name) || name === 'timeRange')
      throw usageError(`expected NAME=VALUE for --param, found \`${text}\``, command);
    const value = at < 0 ? null : text.slice(at + 1);
    const before = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (before === undefined) parameters[name] = value;
    else if (value === null || before === null)
      throw usageError(`expected a value for every --param ${name}, or none, found both`, command);
    else parameters[name] = [...(typeof before === 'string' ? [before] : before), value];
  }
  return parameters;
};
