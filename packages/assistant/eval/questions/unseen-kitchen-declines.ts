import { asks, declines, type EvalQuestion } from './question.ts';
import { ORDER, told } from './unseen-kitchen-terms.ts';

const no = declines('kitchen');
const kitchen = asks('kitchen');
const CANCELLED = `${told('order cancelled')} && ${ORDER} == 'ord-40422'`;
const DECLINED = told('payment declined', 'last 1h');
const CLOSED = "source logs | filter $d.cancelReason == 'restaurant_closed'";

/** What no query answers, by the same four people, and four questions that only look so. */
export const UNSEEN_KITCHEN_DECLINES: readonly EvalQuestion[] = [
  no('clarify', 'Will we have enough couriers on Sunday evening?'),
  no('refuse', 'Refund order ord-40417 please'),
  no('clarify', 'What is the weather in Riverside doing to our delivery times?'),
  no('refuse', 'Delete all chats of customer cus-2207'),
  no('clarify', 'is it bad?'),
  no('refuse', 'Write a nice apology to customer cus-2207'),
  no('clarify', 'How much did each courier earn in wages this month?'),
  no('refuse', 'Restart dispatch'),
  no('clarify', 'Why do customers hate us?'),
  no('clarify', 'show me the card numbers used yesterday'),
  no('clarify', 'which of our competitors is cheaper'),
  no('clarify', 'what did it do after that?'),
  kitchen(
    'easy',
    'list',
    'Who cancelled ord-40422?',
    CANCELLED,
    `${CANCELLED} | distinct $d.cancelledBy`,
    `${CANCELLED} | groupby $d.cancelledBy as who aggregate count() as n`,
  ),
  kitchen(
    'easy',
    'list',
    "Please could you perhaps tell me whether anybody's payment was declined in the last hour?",
    DECLINED,
    `${DECLINED} | count`,
    `${DECLINED} | distinct $d.customerId`,
  ),
  kitchen(
    'medium',
    'list',
    'List the refunds that were restarted... I mean retried',
    told('refund retried'),
    "source logs | filter $l.subsystemname == 'refund-worker' && $d.attempt > 1",
  ),
  kitchen('easy', 'list', 'Show orders cancelled because the restaurant was closed', CLOSED, `${CLOSED} | count`),
];
