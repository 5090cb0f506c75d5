import { describe, expect, test } from 'vitest';
import { type KeptLesson, learnedFor } from '../../src/index.ts';
import { alias, answerTo } from './lessons.ts';

const kept = (value: string, more: Partial<KeptLesson> = {}): KeptLesson => ({
  content: alias('orders svc', value),
  scope: 'user',
  origin: 'correction',
  at: '2026-11-20T10:00:00.000Z',
  active: true,
  ...more,
});
const readAs = (...lessons: readonly KeptLesson[]): string =>
  /subsystemname == '([\w-]+)'/.exec(answerTo('orders svc errors', learnedFor(lessons) ?? undefined).query)?.[1] ??
  'nothing';

describe('what counts for a caller', () => {
  test('is nothing where nothing is active', () => {
    expect(learnedFor([])).toBeNull();
    expect(learnedFor([kept('cart', { active: false })])).toBeNull();
  });

  test('is what is nearest, whatever is newer', () => {
    const newer = '2026-11-21T10:00:00.000Z';
    expect(
      readAs(
        kept('cart', { scope: 'global', at: newer }),
        kept('billing', { scope: 'team', at: newer }),
        kept('checkout'),
      ),
    ).toBe('checkout');
    expect(readAs(kept('cart', { scope: 'global', at: newer }), kept('billing', { scope: 'team' }))).toBe('billing');
  });

  test('is the newest of the same scope', () => {
    expect(readAs(kept('cart'), kept('billing', { at: '2026-11-21T10:00:00.000Z' }))).toBe('billing');
  });

  test('is not what the caller has undone, though the team has learned it', () => {
    expect(readAs(kept('cart', { active: false }), kept('cart', { scope: 'team' }))).toBe('nothing');
  });

  test.each([
    [{ scope: 'team' }, 'learned from corrections of your team, 2026-11-20'],
    [{ scope: 'global' }, 'learned for everyone, 2026-11-20'],
    [{ origin: 'hand' }, 'as you wrote down on 2026-11-20'],
  ] as const)('says where it is from: %j', (more, from) => {
    const { assumptions } = answerTo('orders svc errors', learnedFor([kept('cart', more)]) ?? undefined);
    expect(assumptions[0]).toBe(`"orders svc" is read as cart (${from})`);
  });
});
