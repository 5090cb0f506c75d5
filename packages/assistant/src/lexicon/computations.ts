import type { LexiconEntry } from './concept.ts';

/** What is computed, compared, ordered and grouped. */
export const COMPUTATIONS: readonly LexiconEntry[] = [
  ['average|avg|mean|averaged|on average', { kind: 'stat', fn: 'avg' }],
  ['maximum|max|peak|longest ever|highest value', { kind: 'stat', fn: 'max' }],
  ['minimum|min|lowest value', { kind: 'stat', fn: 'min' }],
  [
    'sum|total|sum of|total of|summed|add up|revenue|turnover|takings|total revenue|total sales',
    { kind: 'stat', fn: 'sum' },
  ],
  ['standard deviation|stddev|std dev|std|deviation', { kind: 'stat', fn: 'stddev' }],
  ['variance', { kind: 'stat', fn: 'variance' }],
  ['percentiles|percentile|percentile breakdown|percentile of', { kind: 'percentiles' }],
  ['median|typical|typically|usually', { kind: 'percentile', p: 0.5 }],
  ['tail', { kind: 'percentile', p: 0.99 }],
  ['ninety fifth percentile|ninety-fifth percentile|ninety-fifth|ninety fifth', { kind: 'percentile', p: 0.95 }],
  ['ninety ninth percentile|ninety-ninth percentile|ninety-ninth|ninety ninth', { kind: 'percentile', p: 0.99 }],
  ['distinct|unique|different|distinct number of|unique number of|deduplicated', { kind: 'distinct' }],
  [
    'how many|hw many|hwo many|ho many|how mny|how mani|how manny|howmany|number of|count of|count|how much|amount of|total number of|total count of|number|tally|counts|total count|how often|how many times|how frequently|cnt|wc',
    { kind: 'count' },
  ],
  [
    'any|is there|are there|is there any|are there any|were there|were there any|was there|was there any|did we|did anyone|does anyone|did anybody|has anyone|have there been|has there been|did any|is there anything|do we have any|have we had|have we seen|did we see|did we have|do we see|did i get|did we get',
    { kind: 'exists' },
  ],
  [
    'by|per|grouped by|group by|split by|broken down by|break down by|breakdown by|breakdown of|break down of|distribution of|distribution by|across|for each|for every|of each|of every|in each|in every|segmented by|aggregated by|bucketed by|sliced by|broken out by|broken up by|split per|histogram of|spread of|spread across|spread over|divided over|distributed over|split over|divided between|shared between|faceted by|grouping by|partitioned by|distribution across|repartition of|repartition by|distributed across|distributed among|distributed between|spread among|spread between|split across|split among|split between|divided among|shared among|split over the|over all|according to|on each|from each|at each|with each|distribution over',
    { kind: 'group' },
  ],
  ['each|every|did each|does each|respective', { kind: 'each' }],
  ['wise|breakdown|distribution|histogram|repartition', { kind: 'wise' }],
  [
    'most|highest|biggest|worst|greatest|largest|busiest|noisiest|chattiest|most active|heaviest|hottest|loudest|top most|topmost|noisy|chatty|busy|flakiest|most popular|the most',
    { kind: 'superlative', by: 'metric', descending: true },
  ],
  [
    'least|fewest|lowest|smallest|quietest|least active|rarest|quiet|least popular',
    { kind: 'superlative', by: 'metric', descending: false },
  ],
  [
    'slowest|longest|most expensive|longest running|highest latency|worst latency|laggiest|slowest running|slow|most time consuming|longest lasting|sluggish',
    { kind: 'superlative', by: 'duration', descending: true },
  ],
  ['fastest|quickest|shortest|lowest latency|best latency', { kind: 'superlative', by: 'duration', descending: false }],
  [
    'latest|newest|most recent|the most recent|most recently|last|recent|very last|very latest',
    { kind: 'superlative', by: 'time', descending: true },
  ],
  ['earliest|oldest|first|very first', { kind: 'superlative', by: 'time', descending: false }],
  ['top', { kind: 'cut', descending: true }],
  ['bottom', { kind: 'cut', descending: false }],
  [
    'most common|most frequent|the most common|the most frequent|the commonest|commonest|most often|most frequently|most visited|most used|most called|most requested|most accessed|most viewed|most hit|most seen|common|frequent|popular|recurring',
    { kind: 'common' },
  ],
  [
    'error rate|error quota|error ratio|error percentage|error percent|rate of error|percentage of error|share of error|fraction of error|ratio of error|proportion of error|percent of error|error %',
    { kind: 'ratio', of: 'error' },
  ],
  [
    'success rate|success quota|success ratio|success percentage|availability|percentage of success|share of success|success %',
    { kind: 'ratio', of: 'success' },
  ],
  [
    'failure rate|failure quota|failure ratio|failure percentage|failed request rate|rate of failure|failing rate|percentage of failure|share of failure|fail rate',
    { kind: 'ratio', of: 'failure' },
  ],
  [
    'what part of|what portion of|portion of|what proportion of|what ratio of|which share of|which fraction of|which percentage of|how big a share of|how large a share of|how big a part of|percentage of|share of|how much of|how much of the|how much of all|fraction of|proportion of|ratio of|percent of|what percentage of|what share of|what fraction of|percentage|share|fraction|what percent of|% of|how many percent of|how many percent|how much percent of|how much percent|what percentage|%|rate|ratio|percent|in percent|as a percentage|as percentage|as percent|as a share',
    { kind: 'ratio', of: 'any' },
  ],
  [
    'vs|versus|next to|against|compared to|compared with|in comparison to|as opposed to|relative to',
    { kind: 'versus' },
  ],
  [
    'compare|comparison|difference between|difference in|differ|differ between|differ in|gap between|comparing|compare between|comparison of|comparison between',
    { kind: 'compare' },
  ],
  [
    'more than|over|above|greater than|exceeding|exceed|exceeds|exceeded|bigger than|higher than|larger than|beyond|upwards of|in excess of|surpassing|north of|> ',
    { kind: 'comparator', op: '>', of: null },
  ],
  [
    'at least|no less than|not less than|minimum of|greater than or equal to|or more',
    { kind: 'comparator', op: '>=', of: null },
  ],
  ['less than|under|below|fewer than|lower than|smaller than|beneath', { kind: 'comparator', op: '<', of: null }],
  [
    'at most|no more than|not more than|up to|maximum of|less than or equal to|or less|or fewer',
    { kind: 'comparator', op: '<=', of: null },
  ],
  ['equal to|equal|exactly|equals|set to', { kind: 'comparator', op: '==', of: null }],
  ['not equal to|different from|differs from|not equal|does not equal', { kind: 'comparator', op: '!=', of: null }],
  [
    'slower than|longer than|took longer than|taking longer than|took more than|taking more than|taking over|took over|lasting more than|lasting over|lasting longer than|that take more than|take more than|take longer than|takes longer than|slow than|takes more than|lasted more than|lasted longer than|ran longer than|running longer than|exceeding latency of',
    { kind: 'comparator', op: '>', of: 'duration' },
  ],
  ['took at least|taking at least|lasting at least|take at least', { kind: 'comparator', op: '>=', of: 'duration' }],
  [
    'faster than|shorter than|quicker than|took less than|taking less than|taking under|took under|take less than',
    { kind: 'comparator', op: '<', of: 'duration' },
  ],
  [
    'took at most|taking at most|answered within|completed within|finished within|served within|done within|handled within|responded within|processed within',
    { kind: 'comparator', op: '<=', of: 'duration' },
  ],
  ['between|in the range|ranging from|range', { kind: 'between' }],
];
