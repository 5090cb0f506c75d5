import { osaDistance } from '@clearspan/text';
import { expect, test } from 'vitest';
import { SETS } from '../../eval/questions/sets.ts';
import { withTypo } from '../../eval/typo.ts';

const QUESTIONS = Object.values(SETS)
  .flat()
  .map(({ question }) => question);

test('a typo is one slip in one word, and the same one every time', () => {
  for (const question of QUESTIONS) {
    const typed = withTypo(question);
    if (typed === null) continue;
    expect(typed).toBe(withTypo(question));
    expect(osaDistance(question, typed, 3), typed).toBe(1);
  }
});

test.each(['p95 by svc', 'say "connection refused"', 'NullPointerException', 'payment-gateway', '$d.path = /cart'])(
  'nothing is typed wrong in %s but plain words',
  (question) => {
    const typed = withTypo(question);
    for (const kept of question.match(/"[^"]*"|\S*[^a-z\s]\S*/g) ?? []) expect(typed ?? question).toContain(kept);
  },
);
