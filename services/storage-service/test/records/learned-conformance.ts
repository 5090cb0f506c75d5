import { type Caller, LEARNING_LIMITS, type LearnedContent, type LearnedLesson } from '@clearspan/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Records } from '../../src/core/records.ts';

/** The clock of the records under test. */
export interface Clock {
  nowMs: number;
}

const START_MS = Date.parse('2026-11-20T10:00:00Z');
const DAY_MS = 86_400_000;

const content = (value: string): LearnedContent => ({
  kind: 'alias',
  phrase: 'orders svc',
  target: { kind: 'value', field: '$l.subsystemname', value },
});
const caller = (user: string, team: string | null = null): Caller => ({ user, team, admin: false });
const lesson = (who: Caller, value = 'checkout', more: Partial<LearnedLesson> = {}): LearnedLesson => ({
  caller: who,
  key: `orders svc ${value}`,
  content: content(value),
  origin: 'correction',
  evidence: { feedback_id: 'f1', question: 'orders\' svc "errors"', before: 'source logs', after: "filter a == 'b'" },
  ...more,
});

/** What every store of records does with what was learned. */
export const learnedConformance = (name: string, open: (clock: Clock) => Promise<Records>): void => {
  describe(`what was learned, kept in ${name}`, () => {
    const clock: Clock = { nowMs: START_MS };
    let records: Records;
    beforeEach(async () => {
      clock.nowMs = START_MS;
      records = await open(clock);
    });
    afterEach(() => records.close());
    const of = (user: string, team: string | null = null) =>
      records.learned({ user, team }, { all: false, evidence: true });

    test('is there with its evidence, for its user only', async () => {
      const { records: stored, refused } = await records.learn(lesson(caller('ann')));
      expect(refused).toBeNull();
      const at = new Date(START_MS).toISOString();
      expect(stored).toEqual([
        {
          id: expect.any(String),
          scope: 'user',
          owner: 'ann',
          content: content('checkout'),
          origin: 'correction',
          active: true,
          learned_at: at,
          changed_at: at,
          changed_by: 'ann',
          evidence: [{ ...lesson(caller('ann')).evidence, user: 'ann', at }],
        },
      ]);
      expect(await of('ann')).toEqual(stored);
      expect(await of('bob')).toEqual([]);
      expect(await of("ann' or '1' = '1")).toEqual([]);
      expect(await records.learned({ user: 'bob', team: null }, { all: true, evidence: true })).toEqual(stored);
      const [bare] = await records.learned({ user: 'ann', team: null }, { all: false, evidence: false });
      expect(bare).toEqual({ ...stored[0], evidence: [] });
    });

    test('is one entry, however often it is said', async () => {
      const [first] = (await records.learn(lesson(caller('ann')))).records;
      clock.nowMs += 1_000;
      const [second] = (await records.learn(lesson(caller('ann')))).records;
      expect(second).toMatchObject({ id: first?.id, learned_at: '2026-11-20T10:00:01.000Z' });
      expect(second?.evidence).toHaveLength(2);
      expect(await of('ann')).toHaveLength(1);
    });

    test('is undone and redone, and says by whom', async () => {
      const [entry] = (await records.learn(lesson(caller('ann')))).records;
      expect(await records.setLearned(entry?.id ?? '', false, 'root')).toMatchObject({
        active: false,
        changed_by: 'root',
      });
      expect(await of('ann')).toMatchObject([{ active: false }]);
      expect(await records.setLearned(entry?.id ?? '', true, 'ann')).toMatchObject({ active: true });
      expect(await records.setLearned('nothing', true, 'ann')).toBeNull();
    });

    test('counts again when it is said again', async () => {
      const [entry] = (await records.learn(lesson(caller('ann')))).records;
      await records.setLearned(entry?.id ?? '', false, 'ann');
      expect((await records.learn(lesson(caller('ann')))).records).toMatchObject([{ id: entry?.id, active: true }]);
    });

    test('counts for a team once two of its users have said it, with the evidence of both', async () => {
      await records.learn(lesson(caller('ann', 'shop')));
      await records.learn(lesson(caller('ann', 'shop')));
      expect(await of('cleo', 'shop')).toEqual([]);
      await records.learn(lesson(caller('bob', 'other')));
      expect(await of('cleo', 'shop')).toEqual([]);
      await records.learn(lesson(caller('dan', 'shop'), 'billing'));
      expect(await of('cleo', 'shop')).toEqual([]);
      const { records: stored } = await records.learn(lesson(caller('dan', 'shop')));
      expect(stored.map(({ scope, owner }) => [scope, owner])).toEqual([
        ['user', 'dan'],
        ['team', 'shop'],
      ]);
      const [forTeam] = await of('cleo', 'shop');
      expect(forTeam?.evidence.map(({ user }) => user)).toEqual(['ann', 'ann', 'dan']);
      expect(await of('bob', 'other')).toMatchObject([{ scope: 'user' }]);
    });

    test('does not count for a team by what one of the two has undone', async () => {
      const [entry] = (await records.learn(lesson(caller('ann', 'shop')))).records;
      await records.setLearned(entry?.id ?? '', false, 'ann');
      await records.learn(lesson(caller('dan', 'shop')));
      expect(await of('cleo', 'shop')).toEqual([]);
    });

    test('stays undone for a team that has undone it', async () => {
      await records.learn(lesson(caller('ann', 'shop')));
      const [, forTeam] = (await records.learn(lesson(caller('dan', 'shop')))).records;
      await records.setLearned(forTeam?.id ?? '', false, 'cleo');
      await records.learn(lesson(caller('eve', 'shop')));
      expect(await of('cleo', 'shop')).toMatchObject([{ scope: 'team', active: false }]);
    });

    test('counts for everyone when it is promoted, once', async () => {
      const [entry] = (await records.learn(lesson(caller('ann')))).records;
      const promoted = await records.promoteLearned(entry?.id ?? '', 'root');
      expect(promoted).toMatchObject({ scope: 'global', owner: '', active: true, changed_by: 'root' });
      expect(promoted?.evidence).toHaveLength(1);
      expect((await records.promoteLearned(entry?.id ?? '', 'root'))?.id).toBe(promoted?.id);
      expect(await of('bob')).toMatchObject([{ scope: 'global' }]);
      expect(await records.promoteLearned('nothing', 'root')).toBeNull();
    });

    test('is not more than one user may teach in a day', async () => {
      const max = LEARNING_LIMITS.correctionsPerUserPerDayMax;
      for (let n = 0; n < max; n++) expect((await records.learn(lesson(caller('ann'), `v${n}`))).refused).toBeNull();
      for (let n = 0; n < 5; n++)
        expect(await records.learn(lesson(caller('ann'), `w${n}`))).toEqual({ records: [], refused: 'rate' });
      expect(await of('ann')).toHaveLength(max);
      expect((await records.learn(lesson(caller('bob')))).refused).toBeNull();
      clock.nowMs += DAY_MS + 1;
      expect((await records.learn(lesson(caller('ann'), 'later'))).refused).toBeNull();
    });

    test('is not more than is kept for one user', async () => {
      const max = LEARNING_LIMITS.entriesPerOwnerMax;
      for (let n = 0; n < max; n++) {
        if (n % LEARNING_LIMITS.correctionsPerUserPerDayMax === 0) clock.nowMs += DAY_MS + 1;
        await records.learn(lesson(caller('ann'), `v${n}`));
      }
      clock.nowMs += DAY_MS + 1;
      expect(await records.learn(lesson(caller('ann'), 'one more'))).toEqual({ records: [], refused: 'full' });
      expect((await records.learn(lesson(caller('ann'), 'v0'))).refused).toBeNull();
      expect(await of('ann')).toHaveLength(max);
    });

    test('has a key of any length', async () => {
      const key = 'k'.repeat(90_000);
      expect((await records.learn(lesson(caller('ann'), 'checkout', { key }))).records).toHaveLength(1);
      expect((await records.learn(lesson(caller('ann'), 'checkout', { key: `${key}!` }))).records).toHaveLength(1);
      expect(await of('ann')).toHaveLength(2);
    });
  });

  describe(`conversations, kept in ${name}`, () => {
    let records: Records;
    beforeEach(async () => {
      records = await open({ nowMs: START_MS });
    });
    afterEach(() => records.close());
    const say = (user_input: string, conversation_id: string | null, asked_by: string | null) =>
      records.addHistory({
        user_input,
        query: `source logs // ${user_input}`,
        intent: 'list',
        validation: {
          is_valid: true,
          syntax_score: 1,
          complexity_score: 0,
          warnings: [],
          errors: [],
          suggestions: [],
          enhancements: [],
          processing_time_ms: 1,
        },
        row_count: null,
        execution_time_ms: null,
        trace_id: 'a'.repeat(32),
        task_id: null,
        conversation_id,
        asked_by,
      });

    test('are the newest turns of one user, in the order they were said', async () => {
      for (const question of ['q1', 'q2', 'q3']) await say(question, 'c1', 'ann');
      await say('other', 'c2', 'ann');
      await say('foreign', 'c1', 'bob');
      await say('alone', null, 'ann');
      expect(await records.turns({ conversationId: 'c1', user: 'ann' }, 2)).toEqual([
        { question: 'q2', query: 'source logs // q2' },
        { question: 'q3', query: 'source logs // q3' },
      ]);
      const page = await records.history(10, null, { conversationId: 'c1', user: 'ann' });
      expect(page.items.map((item) => item.user_input)).toEqual(['q3', 'q2', 'q1']);
      expect((await records.history(10, null)).items).toHaveLength(6);
    });
  });
};
