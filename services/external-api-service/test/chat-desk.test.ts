import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChatDesk, createChatDesk } from '../src/core/chat-desk.ts';
import { createOpenAiModel } from '../src/openai/openai-model.ts';
import { refuses, type ScriptedEndpoint, startScriptedEndpoint } from './scripted-endpoint.ts';

const LIMITS = { tokensPerDay: 1_000_000, usdPerDay: null, tokensPerDayOfCaller: null, usdPerDayOfCaller: null };
const REQUEST = { messages: [{ role: 'user' as const, content: 'hello' }], max_tokens: 500 };

let endpoint: ScriptedEndpoint;
let desk: ChatDesk;
beforeEach(async () => {
  endpoint = await startScriptedEndpoint();
  const model = createOpenAiModel({ baseUrl: endpoint.url, model: 'small', timeoutMs: 5_000 });
  desk = createChatDesk({ model, prices: null, limits: LIMITS, captureContent: false });
});
afterEach(() => endpoint.close());

const spentToday = (): number => desk.usage().today?.tokens ?? -1;

test('a call that its caller gave up counts as if it had been answered', async () => {
  const caller = new AbortController();
  endpoint.play(() => caller.abort());
  expect(await desk.chat(REQUEST, caller.signal)).toMatchObject({ ok: false });
  expect(spentToday()).toBeGreaterThan(500);
});

test('a call that was refused counts nothing', async () => {
  endpoint.play(refuses(401));
  expect(await desk.chat(REQUEST, new AbortController().signal)).toMatchObject({ ok: false });
  expect(spentToday()).toBe(0);
});
