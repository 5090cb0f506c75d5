import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventText, readEvents, type ServerSentEvent } from '../src/index.ts';

const chunks = async function* (text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
};
const readAll = async (text: string, size: number): Promise<readonly ServerSentEvent[]> => {
  const events: ServerSentEvent[] = [];
  for await (const event of readEvents(chunks(text, size))) events.push(event);
  return events;
};

test('what is written is read, however it is cut', async () => {
  const event = fc.record({ event: fc.constantFrom('row', 'gap'), data: fc.jsonValue() });
  await fc.assert(
    fc.asyncProperty(fc.array(event), fc.integer({ min: 1, max: 50 }), async (events, size) => {
      const told = events.map((one) => `: beat\n\n${eventText(one)}`).join('');
      expect(JSON.stringify(await readAll(told, size))).toBe(JSON.stringify(events));
    }),
  );
});
