/** Words the time grammar reads; here so that they can be spelt wrong. */
export const TIME_WORDS: readonly string[] = [
  'last past previous ago since until till before after around between from during within yesterday today tonight tomorrow',
  'second seconds minute minutes hour hours day days week weeks weekend month months quarter year years',
  'morning afternoon evening night overnight midnight noon hourly daily weekly minutely every each',
  'monday tuesday wednesday thursday friday saturday sunday',
  'january february march april june july august september october november december',
  'trend timeline weekday bucket interval',
];
