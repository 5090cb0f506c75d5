import { setTimeout as delay } from 'node:timers/promises';

const RETRY_MS = 20;
/** Of every answer after which exporters send the same again. */
const RETRIED: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** One request to be sent until it is answered. */
export interface Outgoing {
  readonly path: string;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  /** How often its connection ended before there was an answer. */
  readonly cuts: number;
}

/** Sends the same bytes again and again, as exporters do, until an answer comes that is not to be repeated. */
export const sendUntilAnswered = async (url: () => string, { path, body }: Outgoing): Promise<Answered> => {
  for (let cuts = 0; ; ) {
    try {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url()}${path}`, { method: 'POST', headers, body });
      await answer.arrayBuffer();
      if (!RETRIED.has(answer.status)) return { status: answer.status, cuts };
    } catch (error) {
      const { cause } = error as { cause?: { code?: string } };
      if (cause?.code !== 'ECONNREFUSED') cuts += 1;
    }
    await delay(RETRY_MS);
  }
};
