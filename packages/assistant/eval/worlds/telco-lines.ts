import { type Dice, dice, iso, NOW_MS, type SeededLines } from './seeded.ts';
import { SEVERITIES } from './seeded-log.ts';
import { type Incident, type Moment, momentsOf } from './seeded-moments.ts';
import { TELCO_CUSTOMER } from './telco-customer.ts';
import { TELCO_NETWORK } from './telco-network.ts';
import type { Line, Planted, TelcoService } from './telco-service.ts';
import { type Heard, telcoTraces } from './telco-spans.ts';

const SERVICES: Readonly<Record<string, TelcoService>> = { ...TELCO_NETWORK, ...TELCO_CUSTOMER };
const NAMES = [...Object.keys(SERVICES), 'cell-watch', 'cell-watch', 'selfcare-api', 'mediation', 'topup', 'care-desk'];
/** The hub of roaming was restarted, and has not been heard of since. */
const RESTART_MS = Date.UTC(2026, 10, 20, 12, 48);
const TARIFFS = ['prepaid-s', 'prepaid-s', 'prepaid-l', 'flex', 'flex', 'flex-xl', 'biz-unlimited'] as const;

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour, minute);
const INCIDENTS: readonly Incident<Planted>[] = [
  { planted: 'outage', name: 'cell-watch', from: at(18, 3, 20), minutes: 35, count: 40 },
  { planted: 'otp', name: 'sms-gw', from: at(20, 12, 15), minutes: 70, count: 75 },
  { planted: 'app', name: 'selfcare-api', from: at(19, 10, 5), minutes: 150, count: 60 },
  { planted: 'quota', name: 'partner-gw', from: at(20, 10), minutes: 40, count: 95 },
  { planted: 'tariff', name: 'mediation', from: at(17, 8), minutes: 180, count: 55 },
  { planted: 'hlr', name: 'sim-activation', from: at(20, 8, 30), minutes: 30, count: 25 },
  { planted: 'sim', name: 'sim-activation', from: at(20, 9, 10), minutes: 90, count: 6 },
  { planted: 'psp', name: 'topup', from: at(19, 17), minutes: 80, count: 60 },
  { planted: 'queue', name: 'care-desk', from: at(19, 14), minutes: 120, count: 40 },
];

const lineOf = (random: Dice): Line => {
  const index = Math.floor(random.roll() ** 1.7 * 260);
  const tariff = TARIFFS[index % TARIFFS.length] as string;
  return { msisdn: String(4_915_100_100 + index), imsi: `26299${7_100_000 + index * 13}`, tariff };
};

const logOf = (random: Dice, { ms, name, planted }: Moment<Planted>, trace: string): string => {
  const service = SERVICES[name] as TelcoService;
  const { msg, level = 'info', fields } = service.say(random, lineOf(random), planted, ms);
  return JSON.stringify({
    $m: { timestamp: iso(ms), severity: SEVERITIES[level] },
    $l: { applicationname: service.app, subsystemname: name },
    $d: { msg, ...fields, host: `${name}-${random.between(1, 4)}`, ...(trace === '' ? {} : { trace_id: trace }) },
  });
};

const restartLine = (): string =>
  JSON.stringify({
    $m: { timestamp: iso(RESTART_MS), severity: SEVERITIES.warning },
    $l: { applicationname: 'network', subsystemname: 'roaming-hub' },
    $d: { msg: 'service restarted by watchdog', host: 'roaming-hub-1' },
  });

/** A mobile network operator: flat records with short names, and whole traces of a few kinds as OTLP/JSON. */
export const telcoLines = (): SeededLines => {
  const random = dice(77_213);
  const usual = momentsOf(
    random,
    { names: NAMES, usual: 7_600, quiet: { name: 'roaming-hub', sinceMs: RESTART_MS } },
    INCIDENTS,
  );
  const logs = usual.map((moment) => logOf(random, moment, random.chance(0.7) ? random.hex(32) : ''));
  const { lines, heard } = telcoTraces(random);
  const traced = heard
    .filter(({ ms }: Heard) => ms < NOW_MS)
    .map(({ ms, name, traceId }) => logOf(random, { ms, name }, traceId));
  return { logs: [...logs, ...traced, restartLine()], spans: lines };
};
