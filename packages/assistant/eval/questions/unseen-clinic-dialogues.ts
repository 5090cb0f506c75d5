import { most, S, SVC, THIS_WEEK, TODAY, TWO_DAYS, YESTERDAY } from './blind-terms.ts';
import { hourly, spans } from './fresh-terms.ts';
import { errors, THURSDAY } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  BYTES,
  DATABASE,
  ENVIRONMENT,
  EXCEPTION,
  either,
  failures,
  JOB,
  PATIENT,
  STATEMENT,
  says,
  TYPE,
} from './unseen-clinic-terms.ts';

const clinic = asks('clinic');
const TWO_TO_FOUR = "between @'2026-11-19T14:00:00Z' and @'2026-11-19T16:00:00Z'";

/** Dialogues by the same four people. */
export const UNSEEN_CLINIC_DIALOGUES: readonly EvalQuestion[] = [
  after(
    ['errors of lab-results yesterday'],
    clinic(
      'easy',
      '',
      'how many by exception type?',
      ...errors(
        (bad) =>
          `source logs ${YESTERDAY} | filter ${bad} && ${S} == 'lab-results' | groupby ${EXCEPTION} as type aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['how many logs per tenant today'],
    clinic(
      'easy',
      '',
      'only production',
      `source logs ${TODAY} | filter ${ENVIRONMENT} == 'production' | groupby $d.tenant aggregate count() as n`,
    ),
  ),
  after(
    ['p95 of spans per service in the last 6 hours'],
    clinic(
      'easy',
      '',
      'and yesterday?',
      `source spans ${YESTERDAY} | groupby ${SVC} aggregate percentile(0.95, $m.duration) as p95`,
    ),
  ),
  after(
    ['payments received today'],
    clinic(
      'medium',
      '',
      'what do they add up to?',
      `source logs ${TODAY} | filter ${says('payment received')} | aggregate sum(${AMOUNT}) as total`,
    ),
  ),
  after(
    ['Which hospital has the most errors this week?'],
    clinic(
      'hard',
      '',
      'and which service is it there?',
      ...failures(
        (told, bad) =>
          `${told.source} ${THIS_WEEK} | filter ${bad} && ${told.tenant} == 'lakeside' | groupby ${told.service} aggregate count() as n`,
      ).flatMap((query) => most(query, 'n')),
    ),
  ),
  after(
    ['5xx of portal-web in the last hour', 'make it 6 hours'],
    clinic(
      'easy',
      '',
      'by path',
      ...either(
        (told) =>
          `${told.source} last 6h | filter ${told.service} == 'portal-web' && ${told.code} >= 500 | groupby ${told.path} as path aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['average message_bytes per messageType today'],
    clinic(
      'medium',
      '',
      'max too please',
      `source logs ${TODAY} | filter ${TYPE} != null | groupby ${TYPE} aggregate avg(${BYTES}) as mean, max(${BYTES}) as largest`,
    ),
  ),
  after(
    ['wrong password warnings per hour today'],
    clinic(
      'medium',
      '',
      'without staging and training',
      `source logs ${TODAY} | filter ${says('wrong password')} && $m.severity == WARNING && ${ENVIRONMENT} == 'production' | ${hourly} aggregate count() as n`,
    ),
  ),
  after(
    ['last 10 errors of billing'],
    clinic(
      'medium',
      '',
      'just 3, and only PaymentDeclinedException',
      ...errors(
        (bad) =>
          `source logs | filter ${bad} && ${S} == 'billing' && ${EXCEPTION} == 'PaymentDeclinedException' | orderby $m.timestamp desc | limit 3`,
      ),
    ),
  ),
  after(
    ['count of spans by db.system.name since yesterday', 'postgresql only'],
    clinic(
      'medium',
      '',
      'split it by operation',
      ...[TWO_DAYS, 'last 24h'].flatMap((time) =>
        [STATEMENT, '$l.operationName'].map(
          (key) =>
            `source spans ${time} | filter ${DATABASE} == 'postgresql' | groupby ${key} as operation aggregate count() as n`,
        ),
      ),
    ),
  ),
  after(
    ['how many imaging spans took over 800 ms today?'],
    clinic(
      'hard',
      '',
      'what share of all its spans is that?',
      ...spans(
        (kind) =>
          `source spans ${TODAY} | filter ${SVC} == 'imaging' && ${kind} | aggregate count_if($m.duration > 800000) / count() as share`,
      ),
    ),
  ),
  after(
    ['invoices issued on Wednesday'],
    clinic(
      'easy',
      '',
      'and on Thursday?',
      `source logs ${THURSDAY} | filter $d.message.matches(/.*invoice [0-9]+ issued.*/)`,
    ),
  ),
  after(
    ['errors per pod for lab-results yesterday between 2 and 4 pm'],
    clinic(
      'medium',
      '',
      'over time instead, every 10 minutes',
      ...failures(
        (told, bad) =>
          `${told.source} ${TWO_TO_FOUR} | filter ${told.service} == 'lab-results' && ${bad} | groupby roundTime($m.timestamp, 10m) as t aggregate count() as n`,
      ),
    ),
  ),
  after(
    ['which patients had the most errors this week?'],
    clinic(
      'medium',
      '',
      'only from lab-results, top 5',
      ...errors(
        (bad) =>
          `source logs ${THIS_WEEK} | filter ${bad} && ${S} == 'lab-results' && ${PATIENT} != null | groupby ${PATIENT} aggregate count() as n | orderby n desc | limit 5`,
      ),
    ),
  ),
  after(
    ['log lines by job_name, last 24h'],
    clinic(
      'hard',
      '',
      'same for the 24 hours before that',
      `source logs between @'now' - 48h and @'now' - 24h | filter ${JOB} != null | groupby ${JOB} aggregate count() as n`,
    ),
  ),
];
