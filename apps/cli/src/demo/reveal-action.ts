import type { QuizAnswer } from '@clearspan/contracts';
import type { DemoAction } from './demo-action.ts';

/** `clearspan demo reveal`: what the quiz has hidden, which is switched off. */
export const revealAction: DemoAction = {
  options: [],
  wordsMax: 0,
  run: async (_, { terminal, room }) => {
    const { fault, service, summary, question, query, shows } = await room().post<QuizAnswer>('/quiz/reveal');
    terminal.stdout.write(
      [
        `It was ${fault} in ${service}, and is off now. ${summary}`,
        `Asked as: ${question}`,
        `Shown by: ${query}`,
        `Read off: ${shows}`,
        '',
      ].join('\n'),
    );
  },
};
