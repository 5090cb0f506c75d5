import type { TrafficState } from '@clearspan/contracts';
import type { Answer } from './front-door.ts';

/** Where statuses stand otherwise: for requests that nobody answered. */
const NO_ANSWER = 'no_answer';

type Counts = Omit<TrafficState['figures'], 'active_users'>;

/** What became of the requests since the visitors came. */
export interface Figures {
  count(answer: Answer): void;
  /** From nought, as of now. */
  restart(nowMs: number): void;
  read(): Counts;
}

export const createFigures = (): Figures => {
  const byStatus = new Map<string, number>();
  let requests = 0;
  let since: string | null = null;
  return {
    count: (answer) => {
      const status = answer.kind === 'answered' ? String(answer.status) : NO_ANSWER;
      requests += 1;
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    },
    restart: (nowMs) => {
      byStatus.clear();
      requests = 0;
      since = new Date(nowMs).toISOString();
    },
    read: () => ({ requests, by_status: Object.fromEntries(byStatus), since }),
  };
};
