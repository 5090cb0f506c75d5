import { type TrafficSettings, trafficSettings } from '@clearspan/contracts';
import { z } from 'zod';

export const TRAFFIC_DEFAULTS: TrafficSettings = {
  seed: 1,
  rate_per_s: 3,
  users: 40,
  think_ms: 4_000,
  mix: { home: 2, user: 3, product: 5 },
  bad_id_percent: 3,
  burst: { every_s: 300, length_s: 20, factor: 3 },
  day_curve: false,
};

const { mix, burst, ...plain } = trafficSettings.shape;

/** `POST /traffic`: what is not named stays as it is. */
export const trafficRequest = z.strictObject({
  running: z.boolean().optional(),
  settings: z
    .strictObject({
      ...z.object(plain).partial().shape,
      mix: z.strictObject(mix.shape).partial().optional(),
      burst: z.strictObject(burst.shape).partial().optional(),
    })
    .optional(),
});
export type TrafficRequest = z.infer<typeof trafficRequest>;

export type Changed =
  | { readonly ok: true; readonly settings: TrafficSettings }
  | { readonly ok: false; readonly message: string };

/** The settings with what is to be changed of them, or what is wrong with them then. */
export const changeSettings = (held: TrafficSettings, change: TrafficRequest['settings']): Changed => {
  const settings = trafficSettings.parse({
    ...held,
    ...change,
    mix: { ...held.mix, ...change?.mix },
    burst: { ...held.burst, ...change?.burst },
  });
  const { home, user, product } = settings.mix;
  return home + user + product > 0
    ? { ok: true, settings }
    : { ok: false, message: 'settings.mix: expected one share above 0 at least, found none' };
};
