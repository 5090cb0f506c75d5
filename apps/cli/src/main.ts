import { COMMANDS, type CommandName } from './args/commands.ts';
import { didYouMean } from './args/did-you-mean.ts';
import { type ParsedCommand, parseCommand } from './args/parse-command.ts';
import { isUsageError, usageError } from './args/usage-error.ts';
import { commandUsage, programUsage } from './args/usage-text.ts';
import { isCommandError } from './command-error.ts';
import { EXIT, type ExitCode, processTerminal, type Terminal } from './terminal.ts';

type Command = (parsed: ParsedCommand, terminal: Terminal) => Promise<ExitCode>;

/** Loaded when called for: the supervisor stays small because it never meets the engine or the assistant. */
const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  up: async () => (await import('./commands/up.ts')).up,
  import: async () => (await import('./commands/import.ts')).importFiles,
  ask: async () => (await import('./commands/ask.ts')).ask,
  learned: async () => (await import('./commands/learned.ts')).learned,
  query: async () => (await import('./commands/query.ts')).query,
  explain: async () => (await import('./commands/explain.ts')).explain,
  check: async () => (await import('./commands/check.ts')).check,
  fmt: async () => (await import('./commands/fmt.ts')).fmt,
  lsp: async () => (await import('./commands/lsp.ts')).lsp,
  mcp: async () => (await import('./commands/mcp.ts')).mcp,
  tail: async () => (await import('./commands/tail.ts')).tail,
  status: async () => (await import('./commands/status.ts')).status,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  demo: async () => (await import('./commands/demo.ts')).demo,
  backup: async () => (await import('./commands/backup.ts')).backup,
  restore: async () => (await import('./commands/restore.ts')).restore,
};

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

const commandNamed = (name: string | undefined): CommandName => {
  if (name === undefined) throw usageError('expected a command');
  if (isCommand(name)) return name;
  if (name.startsWith('-')) throw usageError(`expected a command, found the option \`${name}\``);
  throw usageError(`unknown command \`${name}\`${didYouMean(name, Object.keys(COMMANDS))}`);
};

const dispatch = async (argv: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    const topic = rest[0];
    const text =
      topic !== undefined && isCommand(topic) ? commandUsage(COMMANDS[topic]) : programUsage(Object.values(COMMANDS));
    terminal.stdout.write(text);
    return EXIT.fine;
  }
  if (name === '--version') {
    const { version } = await import('./version.ts');
    terminal.stdout.write(`${version()}\n`);
    return EXIT.fine;
  }
  const command = commandNamed(name);
  const parsed = parseCommand(COMMANDS[command], rest);
  if (parsed.flag('help')) {
    terminal.stdout.write(commandUsage(COMMANDS[command]));
    return EXIT.fine;
  }
  const action = await load[command]();
  return action(parsed, terminal);
};

/** Runs one command line. Every expected failure becomes a message and a code; only a defect is thrown. */
export const run = async (argv: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    if (isUsageError(error)) {
      const usage =
        error.command !== undefined && isCommand(error.command)
          ? COMMANDS[error.command].usage.map((line) => `  clearspan ${line}\n`).join('')
          : '  clearspan COMMAND [options]        `clearspan --help` lists the commands\n';
      terminal.stderr.write(`clearspan: ${error.message}\n\nUsage\n${usage}`);
      return EXIT.usage;
    }
    if (isCommandError(error)) {
      terminal.stderr.write(`clearspan: ${error.message}\n`);
      return error.exitCode;
    }
    throw error;
  }
};

/** The process's entry: what is still being written to a pipe is written out before it ends. */
export const main = async (): Promise<void> => {
  // `clearspan query … | head` closes the pipe early; that is not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.fine);
    throw error;
  });
  process.exitCode = await run(process.argv.slice(2), processTerminal());
};
