import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type LearnedLesson, type LearnedRecord, learnedLesson } from '@clearspan/contracts';

export interface LessonServer {
  readonly url: string;
  readonly records: LearnedRecord[];
  /** Queries of the reads that came. */
  readonly reads: string[];
  /** Answers everything with 503 from now on. */
  isDown: boolean;
  /** What a lesson that comes is refused for. */
  refuses: 'rate' | 'full' | null;
  close(): Promise<void>;
}

const recordOf = ({ caller, content, origin, evidence }: LearnedLesson, id: string): LearnedRecord => {
  const at = '2026-03-01T12:00:00.000Z';
  const kept = { content, origin, active: true, learned_at: at, changed_at: at, changed_by: caller.user };
  return { id, scope: 'user', owner: caller.user, ...kept, evidence: [{ ...evidence, user: caller.user, at }] };
};

/** Takes the place of the storage service on the wire, with lessons of users only. */
export const startLessonServer = async (): Promise<LessonServer> => {
  const answer = (method: string, url: URL, body: unknown): readonly [number, object] => {
    const [, , id, action] = url.pathname.split('/');
    if (state.isDown) return [503, {}];
    if (method === 'GET') {
      state.reads.push(url.search);
      const own = state.records.filter(({ owner }) => owner === url.searchParams.get('user'));
      return [200, { records: url.searchParams.get('all') === 'true' ? state.records : own }];
    }
    if (id === undefined) {
      if (state.refuses !== null) return [200, { records: [], refused: state.refuses }];
      const record = recordOf(learnedLesson.parse(body), `l${state.records.length + 1}`);
      state.records.push(record);
      return [200, { records: [record], refused: null }];
    }
    const at = state.records.findIndex((record) => record.id === id);
    const found = state.records[at];
    if (found === undefined)
      return [404, { code: 'NOT_FOUND', status: 404, title: 'No', detail: `no ${id}`, type: 'x' }];
    const changed = { ...found, active: action === 'redo' };
    state.records[at] = changed;
    return [200, changed];
  };
  const server = createServer((request, response) => {
    const read = request.method === 'POST' ? json(request) : Promise.resolve(null);
    void read.then((body) => {
      const [status, said] = answer(request.method ?? '', new URL(request.url ?? '', 'http://x'), body);
      const type = status < 400 ? 'application/json' : 'application/problem+json';
      response.writeHead(status, { 'content-type': type }).end(JSON.stringify(said));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const state: LessonServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    records: [],
    reads: [],
    isDown: false,
    refuses: null,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return state;
};
