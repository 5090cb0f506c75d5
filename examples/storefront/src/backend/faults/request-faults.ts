import { problem, type ServiceApp } from '@clearspan/service-kit';
import type { FaultBoard } from '../../faults/fault-board.ts';
import type { SeenRequest } from '../../http/seen-request.ts';
import type { MemoryLeak } from './memory-leak.ts';

/** What each request of the shop leaves behind, and writes, while the fault is on. */
export const requestFaults = (app: ServiceApp, board: FaultBoard, leak: MemoryLeak): void => {
  app.addHook('preHandler', async (request) => {
    if (request.span === null) return;
    const leaking = board.running('memory_leak');
    if (leaking) {
      leaking.mark(request.span);
      leak.leak();
    }
    const storm = board.running('log_storm');
    if (!storm) return;
    storm.mark(request.span);
    const lines = Number(storm.params.lines_per_request);
    for (let line = 1; line <= lines; line++)
      request.log.warn({ line, path: request.url }, 'a consistency check that was left in found nothing wrong');
  });
};

/** The payment provider reserves the price of each product that is shown; the fault has it refuse a share of them. */
export const reservePayment = (request: SeenRequest, board: FaultBoard): void => {
  const fault = board.running('payment_errors');
  if (fault === null || fault.random() * 100 >= Number(fault.params.percent)) return;
  if (request.span) fault.mark(request.span);
  throw problem('UPSTREAM_ERROR', 'the payment provider refused the reservation');
};
