import { type QuizState, STOREFRONT_LIMITS } from '@clearspan/contracts';
import { wholeNumber } from '../args/one-of.ts';
import type { DemoAction } from './demo-action.ts';

const SEED = { min: 0, max: STOREFRONT_LIMITS.seedMax };

/** `clearspan demo quiz`: something goes wrong in the shop, and nobody says what. */
export const quizAction: DemoAction = {
  options: ['seed'],
  wordsMax: 0,
  run: async (_, { parsed, terminal, room }) => {
    const seed = wholeNumber('seed', parsed.value('seed'), SEED, 'demo');
    const { hints = [] } = await room().post<QuizState>('/quiz', seed === undefined ? {} : { seed });
    terminal.stdout.write(
      [
        'Something is wrong in the shop now. It shows in a minute or two, to who asks:',
        ...hints.map((question) => `  npx clearspan ask "${question}" --run`),
        'What it was, and how it shows: npx clearspan demo reveal',
        '',
      ].join('\n'),
    );
  },
};
