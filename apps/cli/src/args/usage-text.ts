import type { CommandSpec, OptionSpec } from './command-spec.ts';

const label = (o: OptionSpec): string => (o.value ? `--${o.name} ${o.value}` : `--${o.name}`);

const pad = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** `clearspan query --help`. */
export const commandUsage = (spec: CommandSpec): string =>
  [
    `${spec.summary}.`,
    '',
    'Usage',
    ...spec.usage.map((line) => `  clearspan ${line}`),
    ...(spec.options.length ? ['', 'Options', ...pad(spec.options.map((o) => [label(o), o.help] as const))] : []),
    ...(spec.examples?.length ? ['', 'Examples', ...spec.examples.map((line) => `  ${line}`)] : []),
    '',
  ].join('\n');

/** `clearspan --help`. */
export const programUsage = (specs: readonly CommandSpec[]): string =>
  [
    'clearspan: ask your services what is wrong.',
    '',
    'Usage',
    '  clearspan COMMAND [options]',
    '',
    'Commands',
    ...pad(specs.map((s) => [s.name, s.summary] as const)),
    '',
    '`clearspan COMMAND --help` tells more. Exit codes: 0 fine, 1 the input is wrong, 2 usage,',
    '3 the system could not be reached.',
    '',
  ].join('\n');
