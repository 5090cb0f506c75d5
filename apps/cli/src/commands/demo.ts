import { COMMANDS } from '../args/commands.ts';
import { didYouMean } from '../args/did-you-mean.ts';
import type { ParsedCommand } from '../args/parse-command.ts';
import { usageError } from '../args/usage-error.ts';
import { controlRoom } from '../demo/control-room.ts';
import type { DemoAction } from '../demo/demo-action.ts';
import { faultAction } from '../demo/fault-action.ts';
import { faultsAction } from '../demo/faults-action.ts';
import { incidentAction } from '../demo/incident-action.ts';
import { offAction } from '../demo/off-action.ts';
import { quizAction } from '../demo/quiz-action.ts';
import { revealAction } from '../demo/reveal-action.ts';
import { trafficAction } from '../demo/traffic-action.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

const ACTIONS: Readonly<Record<string, DemoAction>> = {
  faults: faultsAction,
  fault: faultAction,
  off: offAction,
  traffic: trafficAction,
  incident: incidentAction,
  quiz: quizAction,
  reveal: revealAction,
};
const NAMES = Object.keys(ACTIONS);

/** Where the storefront is: for all of them. */
const WHERE: readonly string[] = ['url', 'data'];

const actionNamed = (name: string | undefined): DemoAction => {
  const action = name !== undefined && Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action !== undefined) return action;
  const found = name === undefined ? '' : `, found \`${name}\`${didYouMean(name, NAMES)}`;
  throw usageError(`expected one of ${NAMES.join(', ')} after demo${found}`, 'demo');
};

/** `clearspan demo`: the visitors and the faults of the storefront. */
export const demo = async (parsed: ParsedCommand, terminal: Terminal): Promise<ExitCode> => {
  const [name, ...words] = parsed.positionals;
  const action = actionNamed(name);
  const foreign = COMMANDS.demo.options.find(
    (option) => parsed.flag(option.name) && ![...action.options, ...WHERE].includes(option.name),
  );
  if (foreign !== undefined) throw usageError(`\`demo ${name}\` takes no --${foreign.name}`, 'demo');
  const extra = words[action.wordsMax];
  if (extra !== undefined) throw usageError(`expected nothing more after demo ${name}, found \`${extra}\``, 'demo');
  await action.run(words, { parsed, terminal, room: () => controlRoom(parsed, terminal) });
  return EXIT.fine;
};
