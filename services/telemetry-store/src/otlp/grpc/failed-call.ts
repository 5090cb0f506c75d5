import type { OtlpOutcome, Refusal } from '../outcome.ts';
import { refusalOutcome } from '../outcome.ts';
import { RPC } from '../rpc-code.ts';

/** A call that was not taken: what its client is told, and what the counter says. */
export interface FailedCall {
  readonly kind: 'failed';
  readonly code: (typeof RPC)[keyof typeof RPC];
  readonly outcome: OtlpOutcome;
  readonly message: string;
  /** The same call may be taken a little later, and is to be sent again. */
  readonly passes: boolean;
}

/** RESOURCE_EXHAUSTED without a time to wait means never; what passes is UNAVAILABLE, which every client repeats. */
const CODE_OF: Readonly<Record<Refusal, FailedCall['code']>> = {
  malformed: RPC.invalid,
  'too-large': RPC.exhausted,
  crowded: RPC.unavailable,
  behind: RPC.unavailable,
  unwritable: RPC.unavailable,
  failed: RPC.internal,
};

export const failedCall = (code: FailedCall['code'], outcome: OtlpOutcome, message: string): FailedCall => ({
  kind: 'failed',
  code,
  outcome,
  message,
  passes: code === RPC.unavailable,
});

export const refusedCall = (why: Refusal, message: string): FailedCall =>
  failedCall(CODE_OF[why], refusalOutcome(why), message);

/** The client went away, or its time or that of the server is over. */
export const unwantedCall = (): FailedCall =>
  failedCall(RPC.deadlineExceeded, 'cut', 'expected the whole message in time, found only a part of it');
