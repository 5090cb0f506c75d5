import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { didYouMean } from './did-you-mean.ts';
import { usageError } from './usage-error.ts';

/** A command line that fits its command. */
export interface ParsedCommand {
  readonly positionals: readonly string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

const HELP: OptionSpec = { name: 'help', kind: 'flag', help: 'this text' };

type ParseConfig = NonNullable<ParseArgsConfig['options']>;

const config = (options: readonly OptionSpec[]): ParseConfig =>
  Object.fromEntries(
    options.map((o) => [o.name, { type: o.kind === 'flag' ? ('boolean' as const) : ('string' as const) }]),
  );

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

const checkedOption = (spec: CommandSpec, known: readonly OptionSpec[], token: OptionToken): OptionSpec => {
  const option = known.find((o) => o.name === token.name && token.rawName.startsWith('--'));
  if (!option) {
    const near = didYouMean(
      token.rawName,
      known.map((o) => `--${o.name}`),
    );
    throw usageError(`unknown option \`${token.rawName}\`${near}`, spec.name);
  }
  if (option.kind === 'flag') {
    if (token.value !== undefined) throw usageError(`--${option.name} takes no value`, spec.name);
    return option;
  }
  const wanted = option.value ?? 'a value';
  if (token.value === undefined) throw usageError(`expected ${wanted} after --${option.name}`, spec.name);
  if (!token.inlineValue && token.value.startsWith('-') && token.value.length > 1)
    throw usageError(`expected ${wanted} after --${option.name}, found \`${token.value}\``, spec.name);
  return option;
};

/** Throws a usage error for anything the command does not know. `--help` is known to every command. */
export const parseCommand = (spec: CommandSpec, argv: readonly string[]): ParsedCommand => {
  const known = [...spec.options, HELP];
  const { tokens } = parseArgs({ args: [...argv], options: config(known), strict: false, tokens: true });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = checkedOption(spec, known, token as OptionToken);
    const values = given.get(option.name) ?? [];
    if (values.length > 0 && option.kind === 'value')
      throw usageError(`--${option.name} was given more than once`, spec.name);
    given.set(option.name, [...values, token.value ?? '']);
  }
  const extra = positionals[spec.positionalsMax];
  if (extra !== undefined && !given.has('help'))
    throw usageError(
      spec.positionalsMax === 0
        ? `expected no argument, found \`${extra}\``
        : `expected one argument, found another one: \`${extra}\` (quote a text of several words)`,
      spec.name,
    );
  return {
    positionals,
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
};
