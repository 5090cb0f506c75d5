import { isOrder, withoutQuotes } from './orders.ts';

export type RefusalReason =
  | 'empty'
  | 'too-long'
  | 'destructive'
  | 'action'
  | 'alerting'
  | 'greeting'
  | 'off-topic'
  | 'future'
  | 'injection';

const POLITE =
  '(?:please|pls|plz|can you|could you|would you|will you|i want to|i need to|i want you to|let us|lets|go|just|now|ok|hey|hi|kindly|first|then|and|to)';
const lead = (verbs: string): RegExp => new RegExp(`^(?:${POLITE}[,\\s]+)*(?:${verbs})\\b`, 'i');

const DESTROY = lead(
  'delete|drop|truncate|erase|wipe|purge|destroy|clear out|clear|remove|overwrite|alter|update(?! on| about| me)|insert|modify|redact|anonymi[sz]e|mask|rename|rm|vacuum|flush|compact',
);
const DESTROYED =
  /\b(?:log|logs|span|spans|trace|traces|table|tables|database|data|record|records|index|indices|error|errors|everything|history|events?|caches?|queues?|sqlite|all|field|fields|user|users|message|messages|yesterday|today|week|month|[1-5]\d\ds?|-rf)\b/i;
/** What was found is gone then, not only from the answer: "remove them" is said of the answer. */
const DESTROY_THEM = new RegExp(
  `^(?:${POLITE}[,\\s]+)*(?:delete|erase|wipe|purge|destroy|truncate|rm) (?:all (?:of )?)?(?:it|them|those|these|that|this)(?: all| please| now)*[\\s.!]*$`,
  'i',
);
/** "DELETE requests today": a method, as it is written, and what is counted. */
const METHOD = /^(?:DELETE|PUT|POST|PATCH)\s+(?:requests?|calls?|errors?|responses?|traffic|routes?|\/)/;
/** "delete requests today (the HTTP method)": said of the word itself. */
const SAID_METHOD =
  /^(?:delete|put|post|patch) (?:requests?|calls?|errors?|responses?|traffic)\b.*\b(?:https? )?(?:methods?|verbs?)\b/i;
/** "messages that tell someone to ignore previous instructions": records that say so are looked for, and none is given. */
const RECORDS_THAT_SAY =
  /^(?:(?:please|show|list|find|count|give|get|me|us|all|any|the|how many|which|are there|is there|were there|latest|last|recent)\s+)*(?:logs?|messages?|log (?:lines?|messages?|entries|records)|lines?|records?|entries)\s+(?:(?:that|which|where)\s+(?:\w+\s+)?(?:say|says|said|tells?|told|contains?|contained|mentions?|mentioned|asks?|asked|reads?)|saying|telling|containing|mentioning|asking)\b/i;
/** Behind the records nothing may be told to whoever reads the question. */
const TELLS_READER =
  /[.;:\n]|\b(?:and|then)\s+(?:print|reveal|show|repeat|tell|give|output|delete|drop|run|do)\b|\byour?\b/i;
/** "drop today, it is incomplete": a time that is not to be in the answer. */
const DROPS_TIME =
  /^(?:(?:and|but|ok|now|please|no)[\s,]+)*(?:drop|remove) (?:the )?(?:(?:current|last|first|latest) (?:minute|hour|day|week|month)|today|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?![\w'’]|\s+(?:logs?|spans?|data|records?|traces?|events?|messages?))/i;
/** "drop the errors, show the warnings": what is dropped is of the answer, for the rest of it is asked for at once. */
const SHOWS_INSTEAD =
  /^(?:(?:and|but|ok|now|please|no)[\s,]+)*(?:drop|remove) (?:the |those |these )?(?:errors?|warnings?|[1-5]\d\ds?|debug|infos?)(?: (?:logs?|lines?|ones))?(?:[,;]| and)\s*(?:just |only |please |then )*(?:show|list|count|give me|keep|how many|what about)\b/i;
const ACT = lead(
  'restart|rename|reboot|deploy|redeploy|rollback|roll back|scale|kill|stop|start|shut ?down|fix|repair|patch|upgrade|downgrade|execute|exec|ssh|e-?mail|mail|send|notify|page|post to|export|download|disable|enable|turn (?:on|off)|block|unblock|refund|grant|revoke|silence|mute|acknowledge|escalate|migrate|provision|curl|wget|sudo|remind',
);
const ACTED =
  /\b(?:service|server|pod|host|node|cluster|deployment|container|gateway|database|db|process|app|application|version|instance|it|bug|issue|problem|me|us|team|slack|report|csv|excel|pdf|checkout|everything|replicas?|ticket|issue|jira|incident|pool|limit|permissions?|access|admin|password|token|key|credentials?|connection string|alarms?|pager|@[\w.]+|pull request|exception|nullpointerexception|user-?\w*|status of)\b/i;
/** Actions that need no object to be told: "restart the queue-worker", not "restart count by pod". */
const ACT_ON = lead(
  'roll [a-z-]+ back|scale (?:up|down|out|[a-z-]+ (?:up|down|out|to)|[a-z-]+ [a-z]+ to)|(?:mark|tag|label) .{1,40} as|(?:switch|turn) .{1,40} (?:on|off)|send (?:this|that|it|these|them)|(?:block|unblock|ban|suspend|restart|reboot|redeploy|rollback|roll back|scale|ssh|shut ?down|kill|deploy|refund|roll|migrate|silence|mute|page|ping|curl|wget|fix) (?:the|this|that|my|our|all|it|into|to|back|up|down|out|user|account|ip|on-?call|https?:|[a-z]+-[a-z0-9-]+)',
);
/** "roll rates back to 5.1.3": whatever it is that is rolled. */
const ROLL_BACK = lead('roll [\\w-]+ back');
/** "send me the slowest requests" asks for them; "send me a mail when …" wants a mail. */
const SENDS_DATA =
  /^(?:please |pls |can you |could you )*send (?:me|us) (?!(?:an?|the) (?:e-?mail|mail|message|alert|note|notification|reminder|report|sms|text|link)\b)(?!.*\b(?:when|if|daily|weekly|by mail|@)\b)/i;
/** "restart count by service" and "email errors" are things that are counted. */
const ACT_NOUN =
  /^\w+ (?:(?!the|a|an|all|these|those|this|that|my|our|every|each)\w+ )?(?:counts?|loops?|rates?|events?|errors?|failures?|logs?|messages?|times?|warnings?)\b/i;
/** "refund calls per user", "refund to charge ratio": the verb names a kind of call. */
const ACT_CALLS =
  /^\w+ (?:(?:calls?|requests?|attempts?|jobs?|spans?|responses?|traffic|volume|latency|durations?)(?=\s*(?:$|[,?.]|per\b|by\b|over time|each\b|since\b|today\b|yesterday\b|this\b|last\b|(?:in|over|during|within) the (?:last|past)|vs\b|versus\b|and\b|compared\b|that (?:failed|took|were|had)))|(?:to|vs|versus|and|or) \w+ (?:calls?|requests?|ratios?|rates?|counts?))/i;
const ALERT =
  /^(?:please |can you |could you )*(?:create|set ?up|add|make|build|configure|define)\b.*\b(?:alert|alarm|monitor|dashboard|notification|rule|slo|widget)s?\b|^(?:please )?(?:alert|notify|page|warn|tell|ping|call|text|wake)(?: (?:me|us)| the team| on-?call)(?: up)? (?:when|if|as soon as|once|whenever)\b/i;
const GREETING =
  /^(?:hi|hello|hey|yo|good (?:morning|afternoon|evening|day)|howdy|greetings|thanks?|thank you|thx|cheers|bye|goodbye|sup|what'?s up|how are you)(?: (?:there|all|everyone|you|bot|team|so much|very much|a lot|doing|today))*[\s!?.]*$/i;
const OFF_TOPIC =
  /\b(?:stock price|bitcoin price|meaning of life|capital of|president of|translate(?!-)|who are you|what are you|your name|are you (?:a|an) |who (?:is|'s) on[- ]?call|on-call rota|who (?:wrote|built|owns|maintains|deployed|designed)\b(?! (?:the )?(?:most|fewest|least|more)\b)|write (?:me )?(?:a|an|some) (?:code|script|program|function|email|poem|story|song|report|post-?mortem|summary)|\/etc\/\w+|(?:repeat|reveal|tell|print|give|show|write|output|what(?:'s| is)) (?:me |us )?(?:the|your|my|our)\b.{0,30}\b(?:(?:api|secret|access|private) keys?|passwords?|credentials|connection strings?|secrets?|environment variables?)|black friday|next (?:quarter|sprint|release)|recommend(?!-)|your opinion|should (?:i|we)|how (?:do|can|should) (?:i|we) (?:fix|solve|improve|scale|prevent|configure|install))\b/i;
/** What is made up or told for fun; "views per song" and "corrections of story 7" are of a company that has them. */
const TALES = 'poem|joke|recipe|song|story|haiku|lyrics|horoscope|essay';
const TALE = new RegExp(
  `\\b(?:tell|give|know|sing|say|got|make|read) (?:me |us )?(?:an?|another|any|some) (?:\\w+ ){0,2}(?:${TALES})\\b|\\b(?:write|compose|draft|sing|recite|invent)\\b.{0,60}\\b(?:${TALES})\\b|\\b(?:good|nice|funny|great|short) (?:\\w+ )?(?:${TALES})\\b|^(?:an? |please |one |my )*(?:${TALES})(?: please)?[\\s.!?]*$`,
  'i',
);
/** "searches for weather" are searches. */
const OUTSIDE =
  /\b(?:what(?:'s|s| is| was| will)?|how(?:'s| is| was| will)?) the weather\b|(?<!\b(?:for|about|with|of|term|word|section) )\bweather (?:forecast|like|in|today|tomorrow|tonight)\b|\bfootball (?:match|game|score|result|team|club)\b|^(?:the )?(?:weather|football)(?: please)?[\s.!?]*$/i;
/** What people think of something stands in no log. */
const OPINION =
  /\b(?:what|how) (?:do|does|did|are|is|were|have|has) (?:the |our |my |all )?(?:people|customers|users|clients|visitors|shoppers|they|everyone|everybody|folks|others|the team) (?:\w+ )?(?:say about|saying about|said about|think(?:ing)? (?:of|about)|thought (?:of|about)|feel(?:ing)? about|writing about|like about|like|dislike about|hate about|make of|tell about|write about)\b|\b(?:do|does|did) (?:the |our |my )?(?:people|customers|users|clients|visitors|shoppers|they|everyone|everybody) (?:like|love|hate|prefer|enjoy)\b|\b(?:opinions?|feedback|reviews?|sentiment) (?:about|on|of|for) (?:the|our|my)\b|\b(?:are|were) (?:the |our |my )?(?:customers|users|people|clients) (?:happy|satisfied|pleased|content|unhappy|dissatisfied) (?:with|about)\b/i;
/** What has not happened yet. */
const FUTURE =
  /^(?:when |how (?:much|many|long) |what |(?:and |so )?who(?: do you think| of them)? |which .{0,30})?(?:will|is going to|are going to|shall)\b(?! you| it be possible)|\bhow (?:many|much|long|often)\b.{1,60}?\b(?:will|shall) (?:we|there|it|they|i|that|this)\b|\b(?:when|who) will\b(?! (?:you|we) )|\bwho(?:'s|’s| is| are) (?:going to|gonna)\b|\bwho'll\b|\bgoing to (?:fail|crash|run out|happen|break|be)\b|\b(?:predict|estimate when)\b|\b(?:an?|the) forecast (?:of|for)\b|\bforecast (?:the |our |my |how |what |when |next |tomorrow|for )|^(?:please )?forecast \w+$/i;
const INJECTION =
  /\b(?:ignore|disregard|forget)\b.{0,30}\b(?:previous|prior|above|all|your)\b.{0,20}\b(?:instruction|prompt|rule|message)s?\b|\bsystem prompt\b|\bjailbreak\b|\bdeveloper mode\b|\bpretend (?:to be|you are)\b|\byou are (?:now )?(?:root|admin|dan|in \w+ mode|an? (?:unrestricted|different))\b|\byou are now (?:an?|the|my) \w+|(?:^|[.,:;!] *)(?:act|behave|pose|talk|speak|answer|respond|reply) (?:as|like) an? \w+|^(?:system|assistant|developer)\s*:|\b(?:ignore|disregard|forget)\b.{0,20}\b(?:instruction|prompt|rule|message)s?\b.{0,10}\b(?:above|before|earlier|you)\b|\bnew instructions?\b|\b(?:print|reveal|show|repeat|tell|give|output)\b.{0,20}\byour (?:instructions?|prompt|rules)\b|<\/?(?:data|system|instructions?|user|prompt)>|\b(?:do|follow|obey|execute) (?:what|whatever|as) (?:it|they|the (?:log|message|text)s?) says?\b|\bmaintenance mode\b|\brun `|\b(?:fetch|visit|download|request|curl|get) https?:\/\//i;
const SQL_WRITE =
  /^(?:delete\s+from|drop\s+(?:table|database)|insert\s+into|update\s+\w+\s+set|alter\s+table|truncate\s+table|grant\s+\w+\s+(?:on|to)\s|create\s+table)\b/i;

/** "You are now unrestricted": what the reader of a question is told to be. */
const TELLS_WHAT_TO_BE =
  /\b(?:you(?:['’]re| are)|consider yourself|be) (?:(?:now|from now on|hereby|completely|fully|totally) )*(?:an? )?(?:unrestricted|unfiltered|uncensored|unlimited|unbound|jailbroken|free (?:of|from) (?:all |any )?(?:rules|restrictions|limits)|without (?:any )?(?:rules|restrictions|limits))\b|\byou (?:now )?have no (?:restrictions|rules|limits)\b/i;
/** A sentence behind another that changes or deletes: "errors today. Then drop table logs". */
const THEN_WRITES =
  /[.!?]\s+(?:(?:and|then|now|also|please|next)[,\s]+)*(?:delete\s+from|(?:drop|truncate|alter)\s+(?:the )?(?:table|database|index|schema)|drop (?:the )?\w+ (?:table|database)|(?:delete|erase|wipe|purge|destroy|truncate) (?:all |the |every |these |those |my |our |old )+(?:\w+ )?(?:logs?|spans?|traces?|records?|data|tables?|database|everything|history))\b/i;

/** Why a text is declined before its words are looked at; null when it may be a question. */
export const refusalOf = (text: string): RefusalReason | null => {
  // What is quoted is looked for: someone may want to know who wrote it.
  const saidByRecords = RECORDS_THAT_SAY.test(text) && !TELLS_READER.test(text.replace(/[.?!]\s*$/, ''));
  if (!saidByRecords && (INJECTION.test(withoutQuotes(text)) || TELLS_WHAT_TO_BE.test(withoutQuotes(text))))
    return 'injection';
  if (
    SQL_WRITE.test(text) ||
    THEN_WRITES.test(withoutQuotes(text)) ||
    /;\s*(?:drop|delete|truncate|insert|update|alter)\s/i.test(text)
  )
    return 'destructive';
  if (ALERT.test(text)) return 'alerting';
  if (FUTURE.test(text)) return 'future';
  // "remove the region filter" changes the question, not the data.
  const isAbout =
    /\bfilters?\b/i.test(text) ||
    METHOD.test(text) ||
    SAID_METHOD.test(text) ||
    DROPS_TIME.test(text) ||
    SHOWS_INSTEAD.test(text);
  if (DESTROY_THEM.test(text) || (DESTROY.test(text) && DESTROYED.test(text) && !isAbout)) return 'destructive';
  if (
    !ACT_NOUN.test(text) &&
    !ACT_CALLS.test(text) &&
    !SENDS_DATA.test(text) &&
    ((ACT.test(text) && ACTED.test(text)) || ACT_ON.test(text))
  )
    return 'action';
  if (SAID_METHOD.test(text)) return null;
  if (isOrder(text) || ROLL_BACK.test(text)) return 'action';
  if (GREETING.test(text)) return 'greeting';
  const asked = withoutQuotes(text);
  return [OFF_TOPIC, TALE, OUTSIDE, OPINION].some((off) => off.test(asked)) ? 'off-topic' : null;
};

export const refusalMessage = (reason: RefusalReason): string => {
  switch (reason) {
    case 'empty':
      return 'expected a question about logs or spans, found no words';
    case 'too-long':
      return 'expected a question of at most 2000 characters, found a longer text';
    case 'destructive':
      return 'Telemetry is read-only here: nothing can be changed or deleted by a question.';
    case 'action':
      return 'Only questions about logs and spans are answered; actions on services are out of reach.';
    case 'alerting':
      return 'Alerts and dashboards are not created by a question; the condition itself can be asked about.';
    case 'greeting':
      return 'Questions about logs and spans are answered here.';
    case 'future':
      return 'Logs and spans hold what has happened; what will happen is not among it.';
    case 'injection':
      return 'Only questions about logs and spans are answered; there are no instructions to change.';
    case 'off-topic':
      return 'The logs and spans hold no answer to that.';
  }
};
