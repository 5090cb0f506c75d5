import { describe, expect, test } from 'vitest';
import { asked, says, scripted, writes } from './scripted-model.ts';

/** The built-in rules ask back. */
const UNSURE = 'errors in cart by flux behaviour';
const RIGHT = "source logs | filter $l.subsystemname == 'cart' && $m.severity == ERROR | count";
/** They read it, and leave a word out. */
const HALF = 'errors in checkout by flux';

describe('a model that does as it should', () => {
  test('answers where the built-in rules ask back, in our words', async () => {
    const script = scripted([writes(RIGHT, { unlinked: ['flux', 'never said'] })]);
    const { reading, use } = await asked(UNSURE, script);
    expect(reading).toMatchObject({ kind: 'answer', query: RIGHT, ignored: ['flux'], confidence: 0.7 });
    expect(use).toEqual({
      used: true,
      name: 'small',
      reason: 'The built-in reading asked back, so the query of the model is taken.',
      calls: 1,
      inputTokens: 1_000,
      outputTokens: 50,
      costUsd: 0.001,
      cached: false,
    });
    expect(reading.kind === 'answer' && reading.interpretation).toBe(
      'Logs: keep rows where subsystemname is "cart" and severity is ERROR; compute the number of rows as _count.',
    );
    expect(script.steps).toEqual(['link', 'retrieve', 'chat', 'probe']);
  });

  test('is not asked again the same, but is by another caller', async () => {
    const script = scripted([writes(RIGHT)]);
    await asked(UNSURE, script);
    const again = await asked(`${UNSURE.toUpperCase()}?`, script);
    expect([again.use.cached, again.use.calls, again.use.used]).toEqual([true, 0, true]);
    await asked(UNSURE, script, { caller: 'bob' });
    expect(script.prompts.length).toBe(2);
  });

  test('is asked again where its query has a moment written into it', async () => {
    const script = scripted([
      writes(
        "source logs between @'2026-11-20T10:00:00Z' and @'2026-11-20T11:00:00Z' | filter $l.subsystemname == 'cart' && $m.severity == ERROR",
      ),
    ]);
    await asked(UNSURE, script);
    expect(script.kept.size).toBe(0);
  });

  test('may put its reply in prose', async () => {
    const script = scripted([`Sure! Here it is:\n\`\`\`json\n${writes(RIGHT)}\n\`\`\`\nAnything else?`]);
    expect((await asked(UNSURE, script)).use.used).toBe(true);
  });

  test('whose endpoint counts nothing has unknown tokens', async () => {
    const script = scripted([{ ok: true, content: writes(RIGHT), finishReason: 'stop', usage: null, costUsd: null }]);
    expect((await asked(UNSURE, script)).use).toMatchObject({ inputTokens: null, outputTokens: null, costUsd: null });
  });
});

describe('a model that errs', () => {
  test('has slips mended without a call', async () => {
    const script = scripted([writes("source logs | where service = 'cart' AND level = 'error' | stats count()")]);
    const { reading, use } = await asked(UNSURE, script);
    expect(use).toMatchObject({ used: true, calls: 1 });
    expect(reading.kind === 'answer' && reading.query).toContain('$m.severity == ERROR');
  });

  test('is told what is wrong, and asked twice more at most', async () => {
    const script = scripted([
      writes("source logs | filter $d.zzz == 1 && percentile($d.status) > 2 && $l.subsystemname == 'cart'"),
    ]);
    const { reading, use, repairs } = await asked(UNSURE, script);
    expect(reading.kind).toBe('clarify');
    expect(use).toMatchObject({
      used: false,
      calls: 3,
      inputTokens: 3_000,
      reason: 'The query of the model had errors.',
    });
    expect(repairs).toBe(2);
    expect(script.steps.filter((step) => step !== 'probe')).toEqual(['link', 'retrieve', 'chat', 'repair', 'repair']);
    const told = script.prompts[1]?.at(-1)?.content ?? '';
    expect(told).toContain('field `zzz` is not seen in logs');
    expect(told).toContain('percentile(percentile: number, expression: number');
    expect(script.ran).toEqual([]);
  });

  test('is taken when it mends itself', async () => {
    const script = scripted(['no json at all', writes('source logs | filter $d.zzz == 1'), writes(RIGHT)]);
    expect((await asked(UNSURE, script)).use).toMatchObject({ used: true, calls: 3 });
  });

  test('is told that it left out what was asked', async () => {
    const script = scripted([writes('source logs | filter $m.severity == ERROR | count'), writes(RIGHT)]);
    expect((await asked(UNSURE, script)).use).toMatchObject({ used: true, calls: 2 });
    expect(script.prompts[1]?.at(-1)?.content).toContain('does not use \\"cart\\" of the question');
  });

  test('is told which command leaves nothing, where a value was never seen', async () => {
    const query =
      "source logs | filter $l.subsystemname == 'cart' | filter $m.severity == ERROR && $d.region == 'behaviour' | count";
    const script = scripted([writes(query), writes(RIGHT)], ({ text }) => ({
      ok: true,
      rows: text.includes('behaviour') ? [] : [{ $d: { n: 1 } }],
      truncated: false,
    }));
    expect((await asked(UNSURE, script)).use).toMatchObject({ used: true, calls: 2 });
    expect(script.prompts[1]?.at(-1)?.content).toContain(
      "no row is left behind: \"source logs | filter $l.subsystemname == 'cart' | filter $m.severity == ERROR && $d.region == 'behaviour'\"",
    );
  });

  test('finds nothing where nothing is: an honest answer, without another call', async () => {
    const script = scripted([writes(RIGHT)], () => ({ ok: true, rows: [], truncated: false }));
    const { reading, use } = await asked(UNSURE, script);
    expect(use).toMatchObject({ used: true, calls: 1 });
    expect(reading).toMatchObject({ confidence: 0.5 });
  });

  test('whose query the store cannot run is told so', async () => {
    const script = scripted([writes(RIGHT)], () => ({ ok: false, message: 'too much memory' }));
    const { use } = await asked(UNSURE, script);
    expect(use).toMatchObject({ used: false, calls: 3, reason: 'The query of the model could not be run.' });
    expect(script.prompts[1]?.at(-1)?.content).toContain('too much memory');
  });
});

describe('the built-in reading comes back with the reason', () => {
  test.each([
    [
      'an endpoint that fails',
      { ok: false, reason: 'The model could not be used: it did not answer in time.' },
      'in time',
      1,
    ],
    ['a reply that is cut off', says('{"decision":"answer","query":"source lo', 'length'), 'cut off', 3],
    ['no JSON', 'source logs | count', 'not the JSON', 3],
    ['JSON of another shape', '{"hello":1}', 'no decision', 3],
    ['an array', '[1,2]', 'not the JSON', 3],
    ['no query', '{"decision":"answer","query":"  "}', 'no query', 3],
    ['a query that is none', '{"decision":"answer","query":7}', 'no query', 3],
    ['300 kB of text', 'x'.repeat(300_000), '16000 characters', 1],
    ['300 kB of JSON', writes('source logs', { note: 'x'.repeat(300_000) }), '16000 characters', 1],
    ['nothing', '', 'not the JSON', 3],
    ['SQL', writes('SELECT * FROM logs'), 'had errors', 3],
    ['a change of data', writes('source logs | delete all'), 'had errors', 3],
    ['another data set', writes('source system.audit | count'), 'a data set that may not be asked', 1],
    ['a question back', '{"decision":"clarify","query":""}', 'asked back', 1],
    ['a refusal', '{"decision":"refuse","query":""}', 'declined', 1],
    ['no idea', '{"decision":"unsupported","query":""}', 'no query', 1],
  ] as const)('%s', async (_, said, reason, calls) => {
    const script = scripted([said]);
    const { reading, use } = await asked(UNSURE, script);
    expect(reading.kind).toBe('clarify');
    expect(use).toMatchObject({ used: false, calls, reason: expect.stringContaining(reason) });
    expect(script.ran).toEqual([]);
  });
});

describe('two readings of one question', () => {
  const A =
    "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | groupby $d.region aggregate count() as errors | orderby errors desc";

  test('that are the same are surer than either', async () => {
    const question = 'errors per region in checkout splendidly zxcv';
    const script = scripted([writes(A)]);
    const { reading, use } = await asked(question, script);
    expect(use.reason).toBe('The model wrote the same query.');
    expect(reading).toMatchObject({ kind: 'answer', query: A, confidence: 0.9 });
    expect(script.ran.length).toBe(1);
  });

  test('with the same result agree, however they are written', async () => {
    const other = A.replace('count() as errors', 'count() as n').replace('errors desc', 'n desc');
    const { use } = await asked('errors per region in checkout splendidly zxcv', scripted([writes(other)]));
    expect(use).toMatchObject({ used: false, reason: 'The query of the model has the same result.' });
  });

  test('of which one finds nothing: the other answers', async () => {
    const script = scripted([writes(`${A} | limit 1`)], ({ text }) => ({
      ok: true,
      rows: text.endsWith('limit 1') ? [] : [{ $d: { n: 1 } }],
      truncated: false,
    }));
    const { reading, use } = await asked('errors per region in checkout splendidly zxcv', script);
    expect(use).toMatchObject({ used: false, reason: expect.stringContaining('finds nothing') });
    expect(reading).toMatchObject({ query: A, alternatives: [{ query: `${A} | limit 1` }] });
  });

  test('where the built-in one left words out: the model answers, with the other beside it', async () => {
    const query =
      "source logs | filter $m.severity == ERROR && $l.subsystemname == 'checkout' | groupby $d.version aggregate count() as n";
    const script = scripted([writes(query)], ({ text }) => ({
      ok: true,
      rows: [{ $d: { n: text === query ? 1 : 2 } }],
      truncated: false,
    }));
    const { reading, use } = await asked(HALF, script);
    expect(use.used).toBe(true);
    expect(reading).toMatchObject({ kind: 'answer', query });
  });
});
