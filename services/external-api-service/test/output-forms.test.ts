import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChatOutcome, ChatRequest } from '../src/core/chat-model.ts';
import { createOpenAiModel } from '../src/openai/openai-model.ts';
import { type Act, completes, refuses, type ScriptedEndpoint, startScriptedEndpoint } from './scripted-endpoint.ts';

const REQUEST: ChatRequest = {
  messages: [{ role: 'user', content: 'hello' }],
  temperature: 0,
  seed: 1,
  max_tokens: 40,
  output: { name: 'answer', schema: { type: 'object' } },
};

let endpoint: ScriptedEndpoint;
let chat: () => Promise<ChatOutcome>;
beforeEach(async () => {
  endpoint = await startScriptedEndpoint();
  const model = createOpenAiModel({ baseUrl: endpoint.url, model: 'small', timeoutMs: 5_000 });
  chat = () => model.chat(REQUEST, new AbortController().signal);
});
afterEach(() => endpoint.close());

const formOf = (body: Readonly<Record<string, unknown>>): string => {
  if ('tools' in body) return 'tool';
  const format = body.response_format as { type: string } | undefined;
  return format?.type ?? 'text';
};
const formsAsked = (): readonly string[] => endpoint.asked.map(({ body }) => formOf(body));

/** An endpoint that knows only some forms, as the real ones are. */
const knows =
  (...forms: readonly string[]): Act =>
  (asked, response) =>
    forms.includes(formOf(asked.body))
      ? completes('{"a":1}')(asked, response)
      : refuses(400, { message: 'response_format is not supported' })(asked, response);

test('the schema goes along, strictly, where the endpoint takes it', async () => {
  endpoint.play(knows('json_schema'));
  expect(await chat()).toMatchObject({ ok: true, answer: { content: '{"a":1}' } });
  expect(endpoint.asked[0]?.body).toMatchObject({
    stream: false,
    seed: 1,
    temperature: 0,
    max_tokens: 40,
    response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: { type: 'object' } } },
  });
});

test.each([
  ['json_object', ['json_schema', 'json_object']],
  ['tool', ['json_schema', 'json_object', 'tool']],
  ['text', ['json_schema', 'json_object', 'tool', 'text']],
])('an endpoint that knows only %s is found out once, and remembered', async (form, tried) => {
  endpoint.play(knows(form));
  expect(await chat()).toMatchObject({ ok: true });
  expect(formsAsked()).toEqual(tried);
  await chat();
  expect(formsAsked()).toEqual([...tried, form]);
});

test('the arguments of the tool are the answer', async () => {
  endpoint.play((asked, response) => {
    if (formOf(asked.body) !== 'tool') return refuses(422)(asked, response);
    const message = { content: null, tool_calls: [{ function: { name: 'answer', arguments: '{"b":2}' } }] };
    response.end(JSON.stringify({ choices: [{ message, finish_reason: 'tool_calls' }] }));
  });
  expect(await chat()).toMatchObject({ ok: true, answer: { content: '{"b":2}', usage: null } });
});

test.each([
  ['temperature', (body: Record<string, unknown>) => 'temperature' in body],
  ['seed', (body: Record<string, unknown>) => 'seed' in body],
  ['max_tokens', (body: Record<string, unknown>) => 'max_tokens' in body],
])('a refused %s is left out, and the form stays', async (param, isThere) => {
  endpoint.play((asked, response) =>
    (isThere(asked.body) ? refuses(400, { message: `no ${param}`, param }) : completes('{}'))(asked, response),
  );
  expect(await chat()).toMatchObject({ ok: true });
  expect(formsAsked()).toEqual(['json_schema', 'json_schema']);
  expect(endpoint.asked[1]?.body).not.toHaveProperty(param);
});

test('a limit of the answer is kept under its newer name', async () => {
  endpoint.play(refuses(400, { param: 'max_tokens' }), completes('{}'));
  await chat();
  expect(endpoint.asked[1]?.body).toMatchObject({ max_completion_tokens: 40 });
});

test('an endpoint that refuses everything is asked a few times, and nothing is remembered of it', async () => {
  endpoint.play(refuses(400));
  expect(await chat()).toMatchObject({ ok: false, code: 'UPSTREAM_ERROR' });
  expect(endpoint.asked.length).toBe(4);
  endpoint.play(knows('json_schema'));
  expect(await chat()).toMatchObject({ ok: true });
});
