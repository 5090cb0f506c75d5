import { BAD_SPAN, DAY, ERROR, S, THIS_WEEK, TODAY, YESTERDAY } from './blind-terms.ts';
import { WARNING } from './final-terms.ts';
import { daily } from './fresh-terms.ts';
import { OR_WORSE } from './later-terms.ts';
import { asks, type EvalQuestion } from './question.ts';
import { leading, withValue } from './unseen-desk-terms.ts';
import {
  ABANDONED,
  AGENT,
  ANSWERED,
  anyFailure,
  CLAIM,
  CUSTOMER,
  either,
  failures,
  LOGS,
  moment,
  QUEUE,
  rates,
  SPANS,
  says,
  TALK,
  WAIT,
} from './unseen-insurer-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const insurer = asks('insurer');
const VAULT = `${S} == 'document-vault'`;
const CLAIMS_QUEUE = `source logs ${THIS_WEEK} | filter ${QUEUE} == 'claims'`;
const WARNED = `source logs | filter ${S} == 'policy-admin' && ${WARNING}`;

/** By the lead of the call centre. */
export const UNSEEN_INSURER_SUPPORT: readonly EvalQuestion[] = [
  insurer(
    'easy',
    'list',
    'show me everything for customer C-5077 today pls',
    ...either((told) => `${told.source} ${TODAY} | filter ${told.customer} == 'C-5077'`),
  ),
  insurer(
    'easy',
    'any',
    'did customer C-5031 run into any errors this week?',
    ...anyFailure((told, bad) => `${told.source} ${THIS_WEEK} | filter ${told.customer} == 'C-5031' && ${bad}`),
  ),
  insurer(
    'easy',
    'text',
    'all the messages saying "address not found"',
    `source logs | filter ${says('address not found')}`,
  ),
  insurer(
    'easy',
    'count',
    'how many calls were abandoned today?',
    `source logs ${TODAY} | filter ${ABANDONED} | count`,
  ),
  insurer(
    'medium',
    'distinct',
    "which customers couldn't upload a document this week",
    ...[
      `${VAULT} && ${OR_WORSE}`,
      `${VAULT} && ${ERROR}`,
      `${VAULT} && $m.severity >= WARNING`,
      says('upload failed'),
      says('upload rejected'),
      `(${says('upload failed')} || ${says('upload rejected')})`,
      "$d.errorCode == 'STORE_WRITE'",
      `${says('upload')} && ${OR_WORSE}`,
      `${says('upload')} && $m.severity >= WARNING`,
    ].flatMap((condition) => withValue(`source logs ${THIS_WEEK} | filter ${condition}`, CUSTOMER)),
  ),
  insurer(
    'medium',
    'statistic',
    'what was the longest wait in the claims queue since monday',
    `${CLAIMS_QUEUE} | aggregate max(${WAIT}) as longest`,
    `${CLAIMS_QUEUE} | orderby ${WAIT} desc | limit 1`,
  ),
  insurer(
    'medium',
    'threshold',
    'calls where people waited more than 10 minutes',
    `source logs | filter ${WAIT} > 600`,
  ),
  insurer(
    'easy',
    'list',
    'whole history of claim CL-30412, oldest first',
    `source logs | filter ${CLAIM} == 'CL-30412' | orderby $m.timestamp asc`,
  ),
  insurer(
    'medium',
    'count-by',
    "why couldn't letters go out in the last 3 days, count by error code of the notifier",
    ...lastDays(3, (time) => time).flatMap((time) => [
      ...failures(
        (told, bad) =>
          `${told.source} ${time} | filter ${told.service} == 'notifier' && ${bad} | groupby ${told.code} as code aggregate count() as n`,
      ),
      `source logs ${time} | filter ${S} == 'notifier' && ${LOGS.code} != null | groupby ${LOGS.code} as code aggregate count() as n`,
    ]),
  ),
  insurer(
    'easy',
    'distinct',
    'what kinds of documents do people send us? (the document.type values)',
    ...withValue('source logs', '$d.document.type'),
    ...withValue(`source logs | filter ${says('document uploaded')}`, '$d.document.type'),
  ),
  insurer(
    'hard',
    'having',
    'customers who rang us more than 3 times this week',
    ...[`${S} == 'call-centre'`, says('call received')].map(
      (calls) =>
        `source logs ${THIS_WEEK} | filter ${calls} && ${CUSTOMER} != null | groupby ${CUSTOMER} as customer aggregate count() as n | filter n > 3`,
    ),
    `source spans ${THIS_WEEK} | filter ${SPANS.service} == 'call-centre' && ${SPANS.isRequest} | groupby ${SPANS.customer} as customer aggregate count() as n | filter n > 3`,
  ),
  insurer(
    'medium',
    'series',
    'how many accounts got locked per day',
    `source logs | filter ${says('account locked')} | ${daily} aggregate count() as n`,
    `source logs | filter ${says('account locked')} | ${daily} aggregate distinct_count(${CUSTOMER}) as n`,
  ),
  insurer(
    'hard',
    'compare',
    'do customers in Poland see a higher share of errors than everybody else?',
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${also} | groupby if(${told.country} == 'PL', 'a', 'b') as side aggregate count_if(${bad}) / count() as share`,
    ),
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${also} | groupby ${told.country} as country aggregate count_if(${bad}) / count() as share`,
    ),
    ...rates(
      (told, also, bad) =>
        `${told.source} | filter ${also} | aggregate count_if(${told.country} == 'PL' && ${bad}) / count_if(${told.country} == 'PL') as one, count_if(${told.country} != 'PL' && ${bad}) / count_if(${told.country} != 'PL') as other`,
    ),
  ),
  insurer(
    'medium',
    'when',
    'when did "mandate revoked" come up for the first time',
    ...moment(`source logs | filter ${says('mandate revoked')}`, 'first'),
  ),
  insurer(
    'medium',
    'columns',
    'for errors in the customer-portal today just show me the time, the customer and the message',
    ...[ERROR, OR_WORSE].map((bad) => `source logs ${TODAY} | filter ${S} == 'customer-portal' && ${bad}`),
  ),
  insurer(
    'easy',
    'list',
    'latest 10 calls of agent ag-07',
    `source logs | filter ${AGENT} == 'ag-07' | orderby $m.timestamp desc | limit 10`,
    `source logs | filter ${AGENT} == 'ag-07' && ${ANSWERED} | orderby $m.timestamp desc | limit 10`,
  ),
  insurer(
    'medium',
    'conditional',
    "yesterday's calls: how many answered, how many abandoned",
    `source logs ${YESTERDAY} | aggregate count_if(${ANSWERED}) as answered, count_if(${ABANDONED}) as abandoned`,
    `source logs ${YESTERDAY} | filter ${ANSWERED} || ${ABANDONED} | groupby $d.msg as what aggregate count() as n`,
    `source logs ${YESTERDAY} | filter ${ANSWERED} || ${ABANDONED} | groupby if(${ANSWERED}, 'a', 'b') as what aggregate count() as n`,
  ),
  insurer(
    'hard',
    'having',
    'agents whose calls last longer than 12 minutes on average',
    `source logs | groupby ${AGENT} as agent aggregate avg(${TALK}) as mean | filter mean > 720 && agent != null`,
  ),
  insurer(
    'medium',
    'sample',
    'give me one example of each warning policy-admin writes',
    `${WARNED} | dedupeby $d.msg`,
    `${WARNED} | dedupeby $d.msg orderby $m.timestamp asc`,
    `${WARNED} | dedupeby $d.msg orderby $m.timestamp desc`,
    `${WARNED} | distinct $d.msg`,
  ),
  insurer(
    'hard',
    'top-groups',
    'top 5 customers by failed spans today',
    ...leading(`source spans between ${DAY} and @'now' | filter ${BAD_SPAN}`, SPANS.customer, 'count()', 5),
  ),
];
