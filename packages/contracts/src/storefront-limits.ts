/** Limits of what the storefront is asked for, on its own so that a page can import them without any schema. */
export const STOREFRONT_LIMITS = {
  /** 2^31 - 1: a seed is an integer that every generator takes. */
  seedMax: 2_147_483_647,
  faultDurationSMax: 86_400,
  ratePerSMax: 200,
  usersMax: 1_000,
  thinkMsMax: 600_000,
  incidentMinutesMax: 120,
} as const;

/** What is meant where nothing is said. */
export const STOREFRONT_DEFAULTS = {
  faultDurationS: 600,
  /** The timetables of scenarios are written for so long; an incident of another length is stretched to it. */
  incidentMinutes: 10,
} as const;
