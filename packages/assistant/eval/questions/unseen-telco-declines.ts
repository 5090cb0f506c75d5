import { TODAY } from './blind-terms.ts';
import { anyOf } from './later-terms.ts';
import { asks, declines, type EvalQuestion } from './question.ts';
import { logs, whichOf } from './unseen-telco-terms.ts';

const no = declines('telco');
const telco = asks('telco');
const BLOCKED = "$d.msg == 'sim blocked'";
const RESTARTED = "$l.subsystemname == 'roaming-hub' && $d.msg ~ 'restarted'";

/** What no query answers, by the same four people, and four questions that only look so. */
export const UNSEEN_TELCO_DECLINES: readonly EvalQuestion[] = [
  no('clarify', "what's the weather in the north tonight?"),
  no('refuse', 'restart roaming-hub'),
  no('refuse', 'block msisdn 4915100234'),
  no('clarify', 'which cells will fail tomorrow?'),
  no('refuse', 'delete the logs of shop-pos'),
  no('clarify', 'how satisfied are our customers?'),
  no('clarify', 'how much do we pay our agents?'),
  no('clarify', 'Show me the slow ones'),
  no('clarify', 'compare them'),
  no('clarify', 'who is the CEO of valuemart?'),
  no('refuse', 'hi there'),
  no('refuse', 'write an email to the customers hit by the outage at LYN-07'),
  telco('easy', 'any', 'did anybody delete a sim profile?', ...anyOf(logs("$d.msg == 'sim profile deleted'"))),
  telco(
    'easy',
    'list',
    'show blocked sims',
    logs(BLOCKED),
    ...whichOf(logs(BLOCKED), '$d.imsi'),
    ...whichOf(logs(BLOCKED), '$d.msisdn'),
  ),
  telco('easy', 'any', 'was roaming-hub restarted today?', ...anyOf(logs(RESTARTED, TODAY))),
  telco('easy', 'list', 'forecast load warnings of cell-watch', ...anyOf(logs("$d.msg == 'load forecast high'"))),
];
