import { answered, declined, type QuestionItem } from './item.ts';

const TODAY = "between @'now' / 1d and @'now'";
const PER_HOUR = 'groupby roundTime($m.timestamp, 1h) as bucket aggregate count() as count | orderby bucket asc';
const CAPTURED = "$d.message ~ 'payment' && $d.message ~ 'captured'";
const PLACED = "$d.msg ~ 'booking' && $d.msg ~ 'placed'";
const EITHER = "$d.msg ~ 'no answer' || $d.message ~ 'no answer'";

const CABINS = "$d.msg ~ 'cabin released' || $d.msg ~ 'cabin assigned'";
const CABIN_COLUMNS =
  "count_if($d.msg ~ 'cabin released') as cabin_released, count_if($d.msg ~ 'cabin assigned') as cabin_assigned";
const CABINS_BY_DECK = `source logs | filter ${CABINS} | groupby $d.deck aggregate ${CABIN_COLUMNS} | orderby cabin_released desc`;

/** Services of several makes write to one store: each has its own field of messages and its own names for the same things. */
export const SEVERAL_MAKES: readonly QuestionItem[] = [
  answered('payments captured today', `source logs ${TODAY} | filter ${CAPTURED}`),
  answered('captured payments per hour', `source logs | filter ${CAPTURED} | ${PER_HOUR}`),
  answered(
    'how many payments were captured yesterday',
    `source logs between @'now' / 1d - 1d and @'now' / 1d | filter ${CAPTURED} | count`,
  ),
  answered('did we capture any payment today', `source logs ${TODAY} | filter ${CAPTURED} | count`),
  answered('how many bookings were placed per hour', `source logs | filter ${PLACED} | ${PER_HOUR}`),
  answered('vouchers granted today', `source logs ${TODAY} | filter $d.message ~ 'granted' && $d.message ~ 'vouchers'`),
  answered(
    'granted vouchers by deck',
    "source logs | filter $d.message ~ 'granted' && $d.message ~ 'vouchers' | groupby $d.deck aggregate count() as count | orderby count desc",
  ),
  answered(
    'was any seat assigned twice today?',
    `source logs ${TODAY} | filter $d.message ~ 'seat assigned twice' | count`,
  ),
  answered('seats assigned twice', "source logs | filter $d.message ~ 'seat assigned twice'"),
  answered('captain complaints that were reported', "source logs | filter $d.message ~ 'captain complaint reported'"),
  answered('reported captain complaints', "source logs | filter $d.message ~ 'captain complaint reported'"),
  answered('how many wrong passcodes today', `source logs ${TODAY} | filter $d.msg ~ 'wrong passcode' | count`),
  answered('wrong passcodes per hour', `source logs | filter $d.msg ~ 'wrong passcode' | ${PER_HOUR}`),
  answered('logs mentioning "no answer"', `source logs | filter ${EITHER}`),
  answered('logs that say no answer', `source logs | filter ${EITHER}`),
  answered('errors without "no answer"', `source logs | filter $m.severity == ERROR && !(${EITHER})`),
  answered('messages containing redis', "source logs | filter $d.msg ~ 'redis' || $d.message ~ 'redis'"),
  answered('errors not mentioning ramp', "source logs | filter $m.severity == ERROR && !($d.message ~ 'ramp')"),
  answered('logs by message', 'source logs | groupby $d.msg aggregate count() as count | orderby count desc'),
  answered(
    'how many bookings were placed and how many payments were captured today',
    `source logs ${TODAY} | aggregate count_if(${PLACED}) as booking_placed, count_if(${CAPTURED}) as payment_captured`,
  ),
  answered(
    'average N in "ramp of ferry … closed after N minutes"',
    "source logs | filter $d.message ~ 'closed after' | extract $d.message into found using regexp(/closed after\\s*(?<minutes>\\d+(?:\\.\\d+)?)/) | aggregate avg($d.found.minutes:number) as avg_minutes",
  ),
  answered('logs of passenger ps-40017', "source logs | filter $d ~~ 'ps-40017'"),
  answered('everything about ps-40099 in the logs', "source logs | filter $d ~~ 'ps-40099'"),
  answered(
    'how many errors did passenger ps-40017 have today',
    `source logs ${TODAY} | filter $m.severity == ERROR && $d ~~ 'ps-40017' | count`,
  ),
  answered('errors not from ps-40017', "source logs | filter $m.severity == ERROR && !($d ~~ 'ps-40017')"),
  answered(
    'errors of passenger_id ps-40017',
    "source logs | filter $m.severity == ERROR && $d.passenger_id == 'ps-40017'",
  ),
  answered('spans of passenger ps-40017', "source spans | filter $d.tags['passenger.id'] == 'ps-40017'"),
  answered('what happened to booking bk-79837?', "source logs | filter $d.booking_id == 'bk-79837'"),
  answered(
    'errors for booking number bk-79999',
    "source logs | filter $m.severity == ERROR && $d.booking_id == 'bk-79999'",
  ),
  answered('declined cards per hour', `source logs | filter $d['error.type'] == 'CardDeclined' | ${PER_HOUR}`),
  answered(
    'how many cards were declined today',
    `source logs ${TODAY} | filter $d['error.type'] == 'CardDeclined' | count`,
  ),
  answered('cards that were declined', "source logs | filter $d['error.type'] == 'CardDeclined'"),
  answered(
    'how often was the ledger unavailable',
    "source logs | filter $d['error.type'] == 'LedgerUnavailable' | count",
  ),
  answered('logs saying connection refused', "source logs | filter $d.error ~ 'connection refused'"),
  answered('logs that mention a broken pipe', "source logs | filter $d.error ~ 'broken pipe'"),
  answered(
    'how often did a certificate expire',
    "source logs | filter $d.error ~ 'certificate' && $d.error ~ 'expired' | count",
  ),
  answered(
    'bookings placed and payments captured per hour',
    `source logs | filter ${PLACED} || ${CAPTURED} | groupby roundTime($m.timestamp, 1h) as bucket aggregate count_if(${PLACED}) as booking_placed, count_if(${CAPTURED}) as payment_captured | orderby bucket asc`,
  ),
  answered('cabins released and assigned by deck', CABINS_BY_DECK),
  answered('released and assigned cabins by deck', CABINS_BY_DECK),
  answered('cabins released vs cabins assigned', `source logs | filter ${CABINS} | aggregate ${CABIN_COLUMNS}`),
  answered('cabins released and assigned', `source logs | filter ${CABINS}`),
  answered('no berth free', "source logs | filter $d.msg ~ 'no berth free'"),
  answered('how often was no berth free today', `source logs ${TODAY} | filter $d.msg ~ 'no berth free' | count`),
  answered('passes that were scanned by stewards', "source logs | filter $d.msg ~ 'pass scanned by steward'"),
  declined('unreleased cabins', 'clarify'),
];
