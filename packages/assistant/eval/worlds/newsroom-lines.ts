import { isBadRelease, type Moment, moments, serviceOf, visitOf } from './newsroom-moments.ts';
import type { NewsroomService, Said, Visit } from './newsroom-service.ts';
import { newsroomSpan } from './newsroom-spans.ts';
import { type Dice, dice, iso, type SeededLines } from './seeded.ts';
import { type Level, SEVERITIES, written } from './seeded-log.ts';

const KNOWN_TRACES = ['5e0d4c7b8a196f23d1e0b7a4c9852f61', '91c3f0a2d76e4b58a0f2c6d3e8b74195'] as const;

/** Three neighbours share a trace, so that logs and spans can be told of together. */
const traceOf = (index: number): string => {
  const group = Math.floor(index / 3);
  return group % 33 === 0 ? (KNOWN_TRACES[(group / 33) % 2] as string) : dice(500_000 + group).hex(32);
};

/** Failures take the words of a problem. */
const saidOf = (random: Dice, moment: Moment, service: NewsroomService, visit: Visit): Said => {
  const said = service.says(random, visit);
  if (!visit.failing) return said;
  const isFirst = moment.planted !== undefined || isBadRelease(moment);
  const [kind, text] = isFirst ? (service.problems[0] as readonly [string, string]) : random.pick(service.problems);
  return { ...said, text, kind, ...(random.chance(0.06) ? { level: 'critical' } : {}) };
};

const levelOf = (random: Dice, { failing }: Visit, { level }: Said): Level => {
  if (failing) return level === 'critical' ? 'critical' : 'error';
  return level ?? (random.chance(0.08) ? 'debug' : 'info');
};

const codeOf = (random: Dice, { failing, planted }: Visit, said: Said): number => {
  if (!failing) return said.code ?? random.pick([200, 200, 200, 200, 204, 304, 400]);
  if (planted === 'ireland') return 403;
  return planted === 'gateway' ? 504 : random.pick([500, 500, 502, 503, 504]);
};

const tookOf = (random: Dice, moment: Moment, { took: [least, most] }: NewsroomService): number => {
  const usual = random.between(least, most) * (isBadRelease(moment) ? 4 : 1);
  if (moment.planted === 'gateway') return usual + 9_000;
  return random.chance(0.03) ? usual * 6 : usual;
};

const logOf = (random: Dice, moment: Moment, index: number): object => {
  const service = serviceOf(moment.name);
  const visit = visitOf(random, moment);
  const said = saidOf(random, moment, service, visit);
  const text = written(random, said.text);
  const { reader, plan, country, device, slug, section, author } = visit;
  const path = moment.planted === 'gateway' ? '/checkout' : random.pick(service.routes);
  return {
    $m: { timestamp: iso(moment.ms), severity: SEVERITIES[levelOf(random, visit, said)] },
    $l: { applicationname: service.app, subsystemname: moment.name },
    $d: {
      text,
      ...(service.ofStory ? { story: { slug, section, author } } : {}),
      ...(service.ofReader ? { reader: { id: reader, plan, country, device } } : {}),
      ...(service.routes.length > 0
        ? { req: { verb: random.pick(['GET', 'GET', 'POST']), path, code: codeOf(random, visit, said) } }
        : {}),
      took_ms: tookOf(random, moment, service),
      ...(said.kind === undefined ? {} : { problem: { kind: said.kind, detail: text } }),
      ...said.more,
      release: visit.release,
      trace_id: traceOf(index),
    },
  };
};

/** A publisher of news: nested records of its own logger, and spans as OTLP/JSON. */
export const newsroomLines = (): SeededLines => {
  const random = dice(71_903);
  const logs = moments(random, 7_200).map((moment, index) => JSON.stringify(logOf(random, moment, index)));
  const spans = moments(random, 7_200).map((moment, index) =>
    JSON.stringify(newsroomSpan(random, moment, index, traceOf(index))),
  );
  return { logs, spans };
};
