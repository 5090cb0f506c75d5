import { check } from '../check/check.ts';
import { COMMANDS, type CommandName } from '../parse/command-names.ts';
import { parse } from '../parse/parse.ts';
import { COMMAND_DOCS } from './command-docs.ts';

const runs = (command: CommandName): boolean => {
  const { example } = COMMAND_DOCS[command];
  const { diagnostics } = check(parse(command === 'source' ? example : `source logs | ${example}`));
  return !diagnostics.some(({ code }) => code === 'DP4001');
};

let supported: ReadonlySet<string> | null = null;

/** Whether this version runs the command: its example is checked, so that nobody keeps a list. */
export const isSupported = (command: CommandName): boolean => {
  supported ??= new Set((Object.keys(COMMANDS) as CommandName[]).filter(runs));
  return supported.has(command);
};
