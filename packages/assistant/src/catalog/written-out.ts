import { nameWords } from '../tokens/normal-form.ts';

/** What the words of names are short for. */
const SHORT: Readonly<Record<string, string>> = {
  acct: 'account',
  addr: 'address',
  amt: 'amount',
  cat: 'category',
  cust: 'customer',
  dept: 'department',
  dest: 'destination',
  org: 'organisation',
  pay: 'payment',
  prio: 'priority',
  qty: 'quantity',
  txn: 'transaction',
};

/** `pay_method` is a "payment method", `cust_type` a "customer type". */
export const writtenOut = (name: string): readonly string[] => {
  const words = nameWords(name);
  const long = words.map((word) => SHORT[word] ?? word);
  return words.length > 1 && long.some((word, at) => word !== words[at]) ? [long.join('')] : [];
};
