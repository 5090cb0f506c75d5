import { usageError } from './usage-error.ts';

/** A CSV file under the name that queries call it by. */
export interface TableChoice {
  readonly name: string;
  readonly file: string;
}

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
/** Data sets that are there anyway. */
const TAKEN: readonly string[] = ['logs', 'spans'];

const readTable = (text: string, command: string): TableChoice => {
  const at = text.indexOf('=');
  const [name, file] = [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
  if (at < 0 || file === '') throw usageError(`expected NAME=FILE.csv after --table, found \`${text}\``, command);
  if (!NAME.test(name))
    throw usageError(
      `expected a name of letters, digits, \`_\`, \`.\` and \`-\` that begins with a letter or \`_\` for --table, found \`${name}\``,
      command,
    );
  if (TAKEN.includes(name))
    throw usageError(`expected another name for --table, found \`${name}\`, a data set`, command);
  return { name, file };
};

/** The tables of a command line; each name stands for one file. */
export const readTables = (texts: readonly string[], command: string): readonly TableChoice[] => {
  const tables = texts.map((text) => readTable(text, command));
  const twice = tables.find(({ name }, index) => tables.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) throw usageError(`--table names \`${twice.name}\` more than once`, command);
  return tables;
};
