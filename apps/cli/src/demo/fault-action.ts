import { type FaultList, type FaultState, STOREFRONT_LIMITS } from '@clearspan/contracts';
import { didYouMean } from '../args/did-you-mean.ts';
import { wholeNumber } from '../args/one-of.ts';
import { usageError } from '../args/usage-error.ts';
import { clockText } from './clock-text.ts';
import type { DemoAction } from './demo-action.ts';
import { readDuration, readSettings } from './fault-options.ts';

const SEED = { min: 0, max: STOREFRONT_LIMITS.seedMax };

const onText = ({ name, service, until, values, question }: FaultState): string => {
  const adjusted = Object.entries(values ?? {}).map(([key, value]) => `${key}=${value}`);
  const how = adjusted.length === 0 ? '' : ` (${adjusted.join(', ')})`;
  return `${name} is on in ${service}${how} until ${clockText(until ?? '')}\nask: npx clearspan ask "${question}" --run\n`;
};

/** `clearspan demo fault NAME`: on with what is given, or off. */
export const faultAction: DemoAction = {
  options: ['off', 'set', 'for', 'seed'],
  wordsMax: 1,
  run: async ([name], { parsed, terminal, room }) => {
    if (name === undefined)
      throw usageError('expected the name of a fault; `clearspan demo faults` lists them', 'demo');
    const off = parsed.flag('off');
    const given = ['set', 'for', 'seed'].find((option) => parsed.flag(option));
    if (off && given !== undefined) throw usageError(`--off and --${given} do not go together`, 'demo');
    const duration_s = readDuration(parsed.value('for'));
    const seed = wholeNumber('seed', parsed.value('seed'), SEED, 'demo');
    const params = readSettings(parsed.values('set'));
    const asked = room();
    const known = (await asked.get<FaultList>('/faults')).faults.map((fault) => fault.name);
    if (!known.includes(name)) throw usageError(`unknown fault \`${name}\`${didYouMean(name, known)}`, 'demo');
    const more = { ...(duration_s === undefined ? {} : { duration_s }), ...(seed === undefined ? {} : { seed }) };
    const body = off ? { name, on: false } : { name, params, ...more };
    const list = await asked.post<FaultList>('/faults', body);
    const state = list.faults.find((fault) => fault.name === name);
    terminal.stdout.write(state?.on ? onText(state) : `${name} is off\n`);
  },
};
