import { dice, iso, NOW_MS, type SeededLines } from '../../eval/worlds/seeded.ts';

const SERVICES = ['basket', 'stock', 'payments', 'mail'] as const;
const OPERATIONS = {
  basket: ['GET /basket', 'POST /basket'],
  stock: ['GET /stock'],
  payments: ['POST /charge', 'POST /refund'],
  mail: ['send receipt'],
} as const;
const REGIONS = ['eu-west-1', 'us-east-1', 'ap-south-1'] as const;
const MINUTE_MS = 60_000;

/** When it begins: a quarter of an hour ago. */
export const INCIDENT_MS: number = NOW_MS - 15 * MINUTE_MS;
export const FAULT_MESSAGE = 'card processor unavailable';

/**
 * Forty minutes of four services. With an incident, charges take eight times as long from a quarter of an hour ago on where
 * they come from one region, a third of those fail, and no mail is sent any more. Without one nothing is different then.
 */
export const incidentLines = (incident: boolean): SeededLines => {
  const random = dice(41);
  const logs: string[] = [];
  const spans: string[] = [];
  for (let index = 0; index < 5_000; index += 1) {
    const ms = NOW_MS - 1 - Math.floor((index / 5_000) * 40 * MINUTE_MS);
    const service = random.pick(SERVICES);
    const operation = random.pick<string>(OPERATIONS[service]);
    const region = random.pick(REGIONS);
    const traceId = random.hex(32);
    const normal = random.between(2_000, 60_000);
    const [failsNow, failsEver] = [random.chance(0.33), random.chance(0.01)];
    const isOn = incident && ms >= INCIDENT_MS;
    if (isOn && service === 'mail') continue;
    const hit = isOn && operation === 'POST /charge' && region === 'ap-south-1';
    const failed = hit ? failsNow : failsEver;
    spans.push(
      JSON.stringify({
        $m: { timestamp: iso(ms), duration: hit ? normal * 8 : normal, kind: 'server' },
        $l: { applicationName: 'webshop', subsystemName: service, serviceName: service, operationName: operation },
        $d: {
          traceID: traceId,
          spanID: random.hex(16),
          parentId: '',
          tags: { region, 'deployment.ring': random.pick(['blue', 'green']), ...(failed ? { error: true } : {}) },
        },
      }),
    );
    logs.push(
      JSON.stringify({
        $m: { timestamp: iso(ms), severity: failed ? 5 : 3 },
        $l: { applicationname: 'webshop', subsystemname: service },
        $d: {
          message: failed ? (hit ? FAULT_MESSAGE : 'request failed') : 'request answered',
          region,
          trace_id: traceId,
        },
      }),
    );
  }
  return { logs: logs.toReversed(), spans: spans.toReversed() };
};
