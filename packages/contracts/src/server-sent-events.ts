/** One event of an answer of `text/event-stream`; its data is JSON. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: unknown;
}

export const eventText = ({ event, data }: ServerSentEvent): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Characters of one event as it is read. */
const eventCharsMax = 16 * 1024 * 1024;

const readEvent = (block: string): ServerSentEvent | null => {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
  const event = fields.get('event');
  return event === undefined ? null : { event, data: JSON.parse(fields.get('data') ?? 'null') };
};

/** The events of a body, decoded, as they come; comments are left out. Throws for an event that is too long or no JSON. */
export async function* readEvents(body: AsyncIterable<string>): AsyncGenerator<ServerSentEvent> {
  let text = '';
  for await (const chunk of body) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    if (text.length > eventCharsMax) throw new Error(`expected events of at most ${eventCharsMax} characters`);
    for (const block of blocks) {
      const event = readEvent(block);
      if (event !== null) yield event;
    }
  }
}
