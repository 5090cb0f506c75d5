import { most, S, SVC, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { mornings } from './fifth-blind-terms.ts';
import { daily, hourly, spans, which } from './fresh-terms.ts';
import { anyOf, errors } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { CODE, ELAPSED, failures, lastDays, PATIENT, says, TENANT, WEEKS } from './unseen-clinic-terms.ts';

const clinic = asks('clinic');

/** By who leads the service desk, and asks as one asks a colleague. */
export const UNSEEN_CLINIC_DESK: readonly EvalQuestion[] = [
  clinic(
    'easy',
    'count',
    'How many wrong password warnings were there today?',
    `source logs ${TODAY} | filter ${says('wrong password')} && $m.severity == WARNING | count`,
  ),
  clinic(
    'easy',
    'list',
    'Show me what happened to patient P-10217 this morning',
    ...mornings((time) => `source logs ${time} | filter ${PATIENT} == 'P-10217'`),
  ),
  clinic(
    'easy',
    'count',
    'how many accounts got locked yesterday',
    `source logs ${YESTERDAY} | filter ${says('account locked')} | count`,
  ),
  clinic(
    'easy',
    'any',
    'are there any errors at lakeside in the last 30 minutes?',
    ...failures((told, bad) => `${told.source} last 30m | filter ${told.tenant} == 'lakeside' && ${bad}`).flatMap(
      anyOf,
    ),
  ),
  clinic(
    'easy',
    'distinct',
    'which hospitals (tenants) do we have in the data?',
    ...which('source logs', TENANT),
    ...which('source spans', '$d.tags.tenant').slice(2),
  ),
  clinic(
    'easy',
    'list',
    'text messages that were delayed, most recent first please',
    `source logs | filter ${says('sms delayed')} | orderby $m.timestamp desc`,
    `source logs | filter ${says('delayed')} && $d.channel == 'sms' | orderby $m.timestamp desc`,
  ),
  clinic(
    'easy',
    'count',
    'How many slots were booked today at st-anna?',
    `source logs ${TODAY} | filter $d.message.matches(/.*slot [0-9]+ booked.*/) && ${TENANT} == 'st-anna' | count`,
  ),
  clinic(
    'easy',
    'list',
    'what does mon-121 say? last 10 entries',
    "source logs | filter $d.device_id == 'mon-121' | orderby $m.timestamp desc | limit 10",
  ),
  clinic(
    'medium',
    'top groups',
    'Which hospital has had the most errors since Monday?',
    ...failures(
      (told, bad) =>
        `${told.source} ${THIS_WEEK} | filter ${bad} | groupby ${told.tenant} as tenant aggregate count() as n`,
    ).flatMap((query) => most(query, 'n')),
  ),
  clinic(
    'medium',
    'top groups',
    'top 10 patients by number of errors this week',
    ...errors(
      (bad) =>
        `source logs ${THIS_WEEK} | filter ${bad} && ${PATIENT} != null | groupby ${PATIENT} aggregate count() as n | orderby n desc | limit 10`,
    ),
  ),
  clinic(
    'medium',
    'distinct',
    'How many different patients signed in per day over the last week?',
    ...['patient signed in', 'signed in'].flatMap((words) =>
      WEEKS.map(
        (time) => `source logs ${time} | filter ${says(words)} | ${daily} aggregate distinct_count(${PATIENT}) as n`,
      ),
    ),
  ),
  clinic(
    'medium',
    'series',
    'People complain the portal is slow. Average response time of portal-web per hour today?',
    `source logs ${TODAY} | filter ${S} == 'portal-web' | ${hourly} aggregate avg(${ELAPSED}) as mean`,
    ...spans(
      (kind) =>
        `source spans ${TODAY} | filter ${SVC} == 'portal-web' && ${kind} | ${hourly} aggregate avg($m.duration) as mean`,
    ),
  ),
  clinic(
    'medium',
    'count by',
    'which wards had monitors with a low battery, and how often?',
    `source logs | filter ${says('battery')} | groupby $d.ward aggregate count() as n`,
  ),
  clinic(
    'medium',
    'count by',
    'What browsers are people using when they get a 5xx on portal-web?',
    `source logs | filter ${S} == 'portal-web' && ${CODE} >= 500 | groupby $d.browser aggregate count() as n`,
    `source logs | filter ${S} == 'portal-web' && ${CODE} >= 500 | distinct $d.browser`,
  ),
  clinic(
    'hard',
    'having',
    'patients who got more than 3 errors in the last two days',
    ...lastDays(2).flatMap((time) =>
      errors(
        (bad) =>
          `source logs ${time} | filter ${bad} && ${PATIENT} != null | groupby ${PATIENT} as patient aggregate count() as n | filter n > 3 | choose patient`,
      ),
    ),
  ),
  clinic(
    'hard',
    'extract',
    'For how many minutes were accounts locked on average, per hospital?',
    `source logs | extract $d.message into lock using regexp(/account locked for (?<minutes>\\d+) minutes/) | filter lock.minutes != null | groupby ${TENANT} aggregate avg(lock.minutes:number) as mean`,
  ),
  clinic(
    'hard',
    'share',
    'errors at lakeside vs all the other hospitals together, as a percentage of their log lines, last 7 days',
    ...lastDays(7).flatMap((time) => [
      ...errors(
        (bad) =>
          `source logs ${time} | groupby if(${TENANT} == 'lakeside', 'a', 'b') as side aggregate count_if(${bad}) / count() as share`,
      ),
      ...errors(
        (bad) =>
          `source logs ${time} | aggregate count_if(${TENANT} == 'lakeside' && ${bad}) / count_if(${TENANT} == 'lakeside') as one, count_if(${TENANT} != 'lakeside' && ${bad}) / count_if(${TENANT} != 'lakeside') as others`,
      ),
    ]),
  ),
];
