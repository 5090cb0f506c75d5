/** What words mean here; the same as `docs/assistant.md` tells people. */
export const CONVENTIONS_CARD = `errors: logs of severity ERROR, of spans the tag error or a status code; "or worse" is >= ERROR
failed requests: a status of 400 and above; 5xx: 500 to 599; success is the others
error rate, failure rate, share: count_if(…) / count(), 0 to 1
no time said: write no time, the caller's window holds · last hour: last 1h · today: between @'now' / 1d and @'now'
yesterday: between @'now' / 1d - 1d and @'now' / 1d · times are UTC
per X, by X: groupby, highest first · over time, trend: roundTime groups, oldest first
slowest, top: orderby desc with a limit; "top" alone is 10, "which … the most" is 1
latency, duration: of spans $m.duration · average unless another statistic is said
how many users: distinct_count · text in quotes, "mentions": ~ on the field of role message
write no limit and no order that the question does not ask for`;
