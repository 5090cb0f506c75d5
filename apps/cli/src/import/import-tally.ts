import type { Delivered } from './deliver.ts';
import { FAULTS_TOLD_MAX } from './import-limits.ts';

interface Fault {
  readonly code: string;
  readonly message: string;
}

/** What became of a file so far. */
export interface ImportTally {
  /** The line that was the first to be read. */
  fromLine: number;
  accepted: number;
  /** Records of chunks that were taken before. */
  held: number;
  rejected: number;
  timesUnread: number;
  readonly faults: Fault[];
}

export const createImportTally = (): ImportTally => ({
  fromLine: 1,
  accepted: 0,
  held: 0,
  rejected: 0,
  timesUnread: 0,
  faults: [],
});

export const addFault = (tally: ImportTally, fault: Fault): void => {
  tally.rejected += 1;
  if (tally.faults.length < FAULTS_TOLD_MAX) tally.faults.push(fault);
};

/** Counts the answer to one chunk that begins at a line. */
export const addDelivered = (tally: ImportTally, delivered: Delivered, firstLine: number): void => {
  if (delivered.kind === 'refused') {
    addFault(tally, { code: `HTTP_${delivered.status}`, message: `line ${firstLine} on: ${delivered.message}` });
    return;
  }
  const { accepted, rejected, times_unread: timesUnread, faults, known } = delivered.answer;
  if (known) {
    tally.held += accepted;
    return;
  }
  tally.accepted += accepted;
  tally.timesUnread += timesUnread;
  tally.rejected += rejected;
  tally.faults.push(...faults.slice(0, Math.max(0, FAULTS_TOLD_MAX - tally.faults.length)));
};
