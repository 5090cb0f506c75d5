import { PassThrough, type Readable } from 'node:stream';
import { eventText } from '@clearspan/contracts';

/** Server-sent events for one reader. */
export interface EventStream {
  readonly body: Readable;
  /** Whether the reader keeps up: false while more than the limit waits for it, and then nothing is sent. */
  send(event: string, data: object): boolean;
  end(): void;
}

/** A reader that takes nothing for a while would otherwise look like one that is gone. */
const BEAT = ': beat\n\n';

export const createEventStream = (waitingBytesMax: number, beatMs: number): EventStream => {
  const body = new PassThrough({ highWaterMark: waitingBytesMax });
  const beat = setInterval(() => {
    if (body.writableLength === 0) body.write(BEAT);
  }, beatMs);
  body.once('close', () => clearInterval(beat));
  return {
    body,
    send: (event, data) => {
      if (body.writableEnded || body.writableLength + body.readableLength > waitingBytesMax) return false;
      body.write(eventText({ event, data }));
      return true;
    },
    end: () => void body.end(),
  };
};
