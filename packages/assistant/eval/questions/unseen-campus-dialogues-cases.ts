import { S, SVC, since, THIS_WEEK, TODAY } from './blind-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  CODE,
  COUPON,
  COURSE,
  DEVICE,
  did,
  either,
  LATE,
  REASON,
  rates,
  SCHOOL,
  STALL,
  TEMPLATE,
  WAIT,
} from './unseen-campus-terms.ts';

const campus = asks('campus');
const OOM = `${S} == 'video-transcoder' && ${OR_WORSE}`;
const GATE = (told: { readonly source: string; readonly service: string }): string =>
  `${told.source} ${TODAY} | filter ${told.service} == 'front-gate'`;
const SLOWEST = `source spans ${TODAY} | filter ${SVC} == 'checkout' | orderby $m.duration desc | limit 1 | choose $d.traceID as trace`;

/** More dialogues of the same four people. */
export const UNSEEN_CAMPUS_DIALOGUES_CASES: readonly EvalQuestion[] = [
  after(
    ['orders with coupon FALL30'],
    campus(
      'medium',
      '',
      'without any coupon instead',
      `source logs | filter ${did('order.placed')} && ${COUPON} == null`,
      `source logs | filter $d.order.id != null && ${COUPON} == null`,
    ),
  ),
  after(
    ['warnings from video-transcoder', 'make it errors'],
    campus(
      'medium',
      '',
      'with the size of the video',
      ...[OOM, `${S} == 'video-transcoder' && $m.severity == ERROR`].flatMap((found) => [
        `source logs | filter ${found} | choose $m.timestamp, $d.event_text, $d.video.size_mb`,
        `source logs | filter ${found}`,
        `source logs | filter ${found} | choose $d.video.size_mb`,
        `source logs | filter ${found} && $d.video.size_mb != null`,
        `source logs | filter ${found} | groupby $d.video.size_mb as size aggregate count() as n`,
      ]),
    ),
  ),
  after(
    ['how many exams were flagged for a second face this week', 'and for a phone?'],
    campus(
      'medium',
      '',
      'by school please',
      `source logs ${THIS_WEEK} | filter ${REASON} == 'phone_seen' | groupby ${SCHOOL} as school aggregate count() as n`,
      `source logs ${THIS_WEEK} | filter ${REASON} == 'phone_seen' | groupby ${SCHOOL} as school aggregate distinct_count($d.exam.id) as n`,
    ),
  ),
  after(
    ['slowest spans of checkout today'],
    campus(
      'hard',
      '',
      'show the whole trace of the slowest one',
      `source spans | join inner (${SLOWEST}) on left=>traceID == right=>trace into slow`,
      `source spans | filter $d.traceID == 'eef68e164975136fbef148f50220e74b'`,
    ),
  ),
  after(
    ['gateway requests per route today', 'only the ones that failed'],
    campus(
      'hard',
      '',
      'as a percentage of all',
      ...rates(
        (told, also, bad) =>
          `${GATE(told)}${also} | groupby ${told.route} as route aggregate count_if(${bad}) / count() as share`,
      ),
      ...either(
        (told) =>
          `${GATE(told)} | groupby ${told.route} as route aggregate count_if(${told.status} >= 500) / count() as share`,
      ),
      ...either((told) => `${GATE(told)} | aggregate count_if(${told.status} >= 500) / count() as share`),
      ...rates((told, also, bad) => `${GATE(told)}${also} | aggregate count_if(${bad}) / count() as share`),
      ...either(
        (told) =>
          `${GATE(told)} | groupby ${told.route} as route aggregate count_if(${told.status} >= 400) / count() as share`,
      ),
    ),
  ),
  after(
    ['bounced mails by template'],
    campus(
      'easy',
      '',
      'drop password_reset',
      `source logs | filter ${did('mail.bounced')} && ${TEMPLATE} != 'password_reset' | groupby ${TEMPLATE} as template aggregate count() as n`,
      `source logs | filter ${CODE} == 'MAIL_BOUNCED' && ${TEMPLATE} != 'password_reset' | groupby ${TEMPLATE} as template aggregate count() as n`,
    ),
  ),
  after(
    ['late assignments per course'],
    campus(
      'easy',
      '',
      'sort by course name',
      `source logs | filter ${LATE} == true | groupby ${COURSE} as course aggregate count() as n | orderby course asc`,
    ),
  ),
  after(
    ['how long do grades take for riverbend?'],
    campus(
      'hard',
      '',
      'and compared with northfield?',
      ...['', ` && ${WAIT} != null`].map(
        (also) =>
          `source logs | filter (${SCHOOL} == 'riverbend' || ${SCHOOL} == 'northfield')${also} | groupby ${SCHOOL} as school aggregate avg(${WAIT}) as mean`,
      ),
      `source logs | aggregate avg(if(${SCHOOL} == 'riverbend', ${WAIT}, null)) as one, avg(if(${SCHOOL} == 'northfield', ${WAIT}, null)) as other`,
    ),
  ),
  after(
    ['stalls longer than 3 seconds today'],
    campus(
      'medium',
      '',
      'group by device and region',
      `source logs ${TODAY} | filter ${STALL} > 3000 | groupby ${DEVICE} as device, $d.region as region aggregate count() as n`,
    ),
  ),
  after(
    ['logs of certificate-press in the last two hours'],
    campus(
      'easy',
      '',
      'only errors',
      ...[OR_WORSE, '$m.severity == ERROR', `${CODE} != null`].map(
        (bad) => `source logs last 2h | filter ${S} == 'certificate-press' && ${bad}`,
      ),
      `source logs ${since('2026-11-20T12:30:00Z')} | filter ${S} == 'certificate-press' && ${OR_WORSE}`,
    ),
  ),
];
