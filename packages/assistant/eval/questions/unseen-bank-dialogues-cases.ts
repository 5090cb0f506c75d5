import { ERROR, S, SVC, THIS_WEEK, TODAY } from './blind-terms.ts';
import { after, asks, type EvalQuestion } from './question.ts';
import {
  AMOUNT,
  CUSTOMER,
  DATABASE,
  either,
  OPERATION,
  REASON,
  RETRIES,
  SCORE,
  shares,
  TRANSFER_TYPE,
  VERDICT,
  WEDNESDAY,
  WRONG_PIN,
} from './unseen-bank-terms.ts';
import { lastDays } from './unseen-travel-terms.ts';

const bank = asks('bank');

/** Dialogues of the analyst of fraud and of the developer. */
export const UNSEEN_BANK_DIALOGUES_CASES: readonly EvalQuestion[] = [
  after(
    ['wrong pins today', 'per device'],
    bank(
      'medium',
      '',
      'and by customer instead',
      `source logs ${TODAY} | filter ${WRONG_PIN} | groupby ${CUSTOMER} as customer aggregate count() as n`,
    ),
  ),
  after(
    ['blocks by rule this week', 'only above 1000'],
    bank(
      'medium',
      '',
      'as a list please',
      `source logs ${THIS_WEEK} | filter ${VERDICT} == 'block' && ${AMOUNT} > 1000`,
    ),
  ),
  after(
    ['logs of C-40417 today'],
    bank(
      'easy',
      '',
      'only the ones with 401',
      `source logs ${TODAY} | filter ${CUSTOMER} == 'C-40417' && $d['http.response.status_code'] == 401`,
    ),
  ),
  after(
    ['average risk score per transfer type yesterday', 'what about the maximum', 'only business customers'],
    bank(
      'hard',
      '',
      'and today?',
      `source logs ${TODAY} | filter $d.customer_segment == 'business' && ${SCORE} != null | groupby ${TRANSFER_TYPE} as type aggregate max(${SCORE}) as most`,
      `source logs ${TODAY} | filter $d.customer_segment == 'business' | groupby ${TRANSFER_TYPE} as type aggregate max(${SCORE}) as most`,
    ),
  ),
  after(
    ['how many suspected_fraud declines in the last 24h'],
    bank(
      'medium',
      '',
      'and in the 24 hours before that?',
      `source logs between @'now' - 48h and @'now' - 24h | filter ${REASON} == 'suspected_fraud' | count`,
    ),
  ),
  after(
    ['failed spans of card-auth on wednesday', 'per version'],
    bank(
      'hard',
      '',
      "what's the share of failures in each?",
      ...shares(
        (told, source, bad) =>
          `${source} ${WEDNESDAY} | filter ${told.service} == 'card-auth' | groupby ${told.version} as version aggregate count_if(${bad}) / count() as rate`,
      ).filter((query) => query.startsWith('source spans')),
    ),
  ),
  after(
    ['ledger db spans slower than 200ms today', 'how many'],
    bank(
      'medium',
      '',
      'per operation',
      `source spans ${TODAY} | filter ${SVC} == 'ledger' && ${DATABASE} != null && $m.duration > 200000 | groupby ${OPERATION} as operation aggregate count() as n`,
    ),
  ),
  after(
    ['OCR errors this week', 'how many are there?'],
    bank(
      'easy',
      '',
      'show me those from Vienna',
      ...['', ` && ${ERROR}`].map(
        (also) => `source logs ${THIS_WEEK} | filter $d['error.type'] == 'OcrFailed' && $d.branch == 'Vienna'${also}`,
      ),
    ),
  ),
  after(
    ['average retry_count per template for notifications today'],
    bank(
      'medium',
      '',
      'push only',
      `source logs ${TODAY} | filter ${S} == 'notifications' && $d.medium == 'push' | groupby $d.template as template aggregate avg(${RETRIES}) as mean`,
    ),
  ),
  after(
    ['5xx of accounts-api today', 'group by route', 'only the top one, for the last 3 days'],
    bank(
      'hard',
      '',
      'and for transfers?',
      ...either(
        (told) =>
          `${told.source} TIME | filter ${told.service} == 'transfers' && ${told.status} >= 500 | groupby ${told.route} as route aggregate count() as n | orderby n desc | limit 1`,
      ).flatMap((query) => lastDays(3, (time) => query.replace('TIME', time))),
    ),
  ),
];
