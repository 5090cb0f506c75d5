import { type LearnedItem, type LearnedList, learnedAction } from '@clearspan/contracts';
import { didYouMean } from '../args/did-you-mean.ts';
import { oneOf } from '../args/one-of.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { readUrl } from '../args/read-source.ts';
import { usageError } from '../args/usage-error.ts';
import { type LearnedGateway, learnedGateway } from '../learned/gateway.ts';
import { learnedLines } from '../learned/learned-lines.ts';
import { dataDirectory } from '../system/data-directory.ts';
import { gatewayUrl } from '../system/running-system.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

type Action = (words: readonly string[], parsed: ParsedCommand, gateway: LearnedGateway) => Promise<string>;

const ACTIONS = ['list', 'add', ...learnedAction.options] as const;

const refuse = (message: string): never => {
  throw usageError(message, 'learned');
};

const onlyFor = (parsed: ParsedCommand, action: string, options: readonly string[]): void => {
  const foreign = ['all', 'field', 'format'].find((name) => parsed.flag(name) && !options.includes(name));
  if (foreign !== undefined) refuse(`\`learned ${action}\` takes no --${foreign}`);
};

const list: Action = async (words, parsed, gateway) => {
  onlyFor(parsed, 'list', ['all', 'format']);
  if (words.length > 0) refuse(`expected nothing more after learned list, found \`${words[0]}\``);
  const format = oneOf('format', parsed.value('format'), ['table', 'json'], 'table', 'learned');
  const found = await gateway.get<LearnedList>(parsed.flag('all') ? '?all=true' : '');
  if (format === 'json') return `${JSON.stringify(found, null, 2)}\n`;
  return found.items.length === 0 ? 'nothing was learned yet\n' : found.items.map(learnedLines).join('\n');
};

/** `add 'orders svc' = 'checkout'`; without `=` the field alone is meant. */
const add: Action = async ([phrase, equals, value, ...more], parsed, gateway) => {
  onlyFor(parsed, 'add', ['field']);
  const field = parsed.value('field');
  const isWhole = equals === undefined ? field !== undefined : equals === '=' && value !== undefined;
  if (phrase === undefined || !isWhole || more.length > 0)
    return refuse("expected words and what they stand for, such as: learned add 'orders svc' = 'checkout'");
  const body = { phrase, ...(value === undefined ? {} : { value }), ...(field === undefined ? {} : { field }) };
  return learnedLines(await gateway.post<LearnedItem>('', body));
};

const act =
  (action: string): Action =>
  async ([id, ...more], parsed, gateway) => {
    onlyFor(parsed, action, []);
    if (id === undefined || more.length > 0)
      return refuse(`expected one id after learned ${action}; \`clearspan learned\` lists them`);
    return learnedLines(await gateway.post<LearnedItem>(`/${encodeURIComponent(id)}/${action}`, {}));
  };

/** `clearspan learned`: what the system has concluded from corrections, and what can be done about it. */
export const learned = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const [name = 'list', ...words] = parsed.positionals;
  const known = ACTIONS.find((action) => action === name);
  if (known === undefined)
    return refuse(`expected one of ${ACTIONS.join(', ')} after learned, found \`${name}\`${didYouMean(name, ACTIONS)}`);
  const url = readUrl(parsed, 'learned') ?? gatewayUrl(dataDirectory(null, terminal.env), terminal.env);
  const action = known === 'list' ? list : known === 'add' ? add : act(known);
  terminal.stdout.write(await action(words, parsed, learnedGateway(url)));
  return EXIT.fine;
};
