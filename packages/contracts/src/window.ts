import { z } from 'zod';

const time = z.iso.datetime({ offset: true });

/** A window in a query string: RFC 3339, `from` included, `to` not; `to` is now and `from` an hour before where missing. */
export const windowQuery = z
  .object({ from: time.optional(), to: time.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) <= Date.parse(to), {
    path: ['to'],
    message: 'expected a time not before `from`',
  });
export type WindowQuery = z.infer<typeof windowQuery>;
