import { type IncidentState, STOREFRONT_DEFAULTS, STOREFRONT_LIMITS } from '@clearspan/contracts';
import { didYouMean } from '../args/did-you-mean.ts';
import { wholeNumber } from '../args/one-of.ts';
import { usageError } from '../args/usage-error.ts';
import { clockText } from './clock-text.ts';
import type { DemoAction, DemoScene } from './demo-action.ts';

const MINUTES = { min: 1, max: STOREFRONT_LIMITS.incidentMinutesMax };

const runningText = ({ running, scenarios }: IncidentState): string => {
  if (running === null) return 'no incident is running\n';
  const { scenario, since, minutes, step } = running;
  const found = scenarios.find(({ name }) => name === scenario);
  const at = (minute: number): string =>
    clockText(
      new Date(Date.parse(since) + (minute * minutes * 60_000) / STOREFRONT_DEFAULTS.incidentMinutes).toISOString(),
    );
  const steps = found?.steps ?? [];
  return [
    `${scenario}: ${found?.summary ?? ''}`,
    ...steps.map(({ at_minute, does }, index) => `  ${at(at_minute)}  ${index <= step ? 'done' : 'next'}  ${does}`),
    `  ${at(STOREFRONT_DEFAULTS.incidentMinutes)}  end   everything is switched off again`,
    '',
  ].join('\n');
};

const start = async (scenario: string | undefined, { parsed, room }: DemoScene): Promise<IncidentState> => {
  const minutes = wholeNumber('minutes', parsed.value('minutes'), MINUTES, 'demo');
  const asked = room();
  const known = (await asked.get<IncidentState>('/incident')).scenarios.map(({ name }) => name);
  if (scenario !== undefined && !known.includes(scenario))
    throw usageError(
      `unknown scenario \`${scenario}\`${didYouMean(scenario, known)}; known are ${known.join(', ')}`,
      'demo',
    );
  return asked.post('/incident', {
    ...(scenario === undefined ? {} : { scenario }),
    ...(minutes === undefined ? {} : { minutes }),
  });
};

/** `clearspan demo incident`: starts one, shows how far it is, or ends it. */
export const incidentAction: DemoAction = {
  options: ['minutes', 'stop', 'status'],
  wordsMax: 1,
  run: async ([scenario], scene) => {
    const { parsed, terminal, room } = scene;
    const alone = ['stop', 'status'].find((option) => parsed.flag(option));
    const beside =
      alone === 'stop' && parsed.flag('status') ? '--status' : parsed.flag('minutes') ? '--minutes' : scenario;
    if (alone !== undefined && beside !== undefined)
      throw usageError(`expected nothing beside --${alone}, found \`${beside}\``, 'demo');
    if (alone === 'stop') await room().del('/incident');
    const state = alone === undefined ? await start(scenario, scene) : await room().get<IncidentState>('/incident');
    terminal.stdout.write(runningText(state));
  },
};
