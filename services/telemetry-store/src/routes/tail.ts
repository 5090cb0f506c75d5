import { TAIL_EVENTS, tailQuery } from '@clearspan/contracts';
import { problem, type ServiceApp } from '@clearspan/service-kit';
import { createEventStream, type EventStream } from '../core/tail/event-stream.ts';
import type { TailHub } from '../core/tail/tail-hub.ts';
import { tailText } from '../core/tail/tail-text.ts';
import { invalidPart } from './invalid-part.ts';

export interface TailRouteParts {
  readonly hub: TailHub;
  readonly limits: { readonly tailRowsMax: number; readonly waitingBytesMax: number; readonly beatMs: number };
}

/** `GET /api/tail`: matching records as they are stored, as server-sent events, until either side ends it. */
export const tailRoutes = (app: ServiceApp, { hub, limits }: TailRouteParts): void => {
  const streams = new Set<EventStream>();
  // They have no end of their own that closing could wait for.
  app.addHook('preClose', (done) => {
    for (const stream of streams) stream.end();
    done();
  });
  app.get(
    '/api/tail',
    { config: { span: 'telemetry_store.tail' }, schema: { querystring: tailQuery } },
    (request, reply) => {
      const { source } = request.query;
      const rowLimits = { rowsMax: limits.tailRowsMax, rowsDefault: limits.tailRowsMax };
      const text = tailText(request.query, BigInt(Date.now()) * 1_000_000n, rowLimits);
      if (!text.ok) throw invalidPart('filter', text.errors);
      const stream = createEventStream(limits.waitingBytesMax, limits.beatMs);
      let missed = 0;
      const gap = (records: number): void => {
        missed += records;
        if (stream.send(TAIL_EVENTS.gap, { records: missed })) missed = 0;
      };
      const tail = hub.open({
        dataset: source,
        input: text.input,
        gap,
        row: (row) => {
          if (missed > 0) gap(0);
          if (!stream.send(TAIL_EVENTS.row, row)) missed += 1;
        },
      });
      if (tail === null) {
        stream.end();
        throw problem('SERVICE_UNAVAILABLE', 'too many tails are open', { headers: { 'retry-after': '5' } });
      }
      streams.add(stream);
      stream.body.once('close', () => {
        tail.close();
        streams.delete(stream);
      });
      request.signal.addEventListener('abort', () => stream.body.destroy(), { once: true });
      stream.send(TAIL_EVENTS.open, { source });
      return reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(stream.body);
    },
  );
};
