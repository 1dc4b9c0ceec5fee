import { beginningWith, having, oneOf, type SectionRole } from '../../model/index.ts';

/** Roles of sections in which there is something to do by hand. */
export const MANUAL_ROLES: ReadonlySet<SectionRole> = new Set(['procedure', 'prerequisites', 'verification', 'communication', 'contingency']);

/** A heading that counts: `2. Switch the base resource`, `Step 3: tell the team`. */
export const NUMBERED_HEADING = /^(?:(?:step|phase|stage)\s*#?\d|\d{1,2}[.):]\s+\p{L})/iu;

/** Headings over lists that tell how things are. */
export const FACTS_HEADING = /\b(?:facts?|cheat[- ]?sheets?|quick reference|guardrails?|roles?|principles?|invariants|responsibilities|rules of|terms|known (?:facts|issues|limitations)|at a glance|best practices|what (?:we|is) know[n]?|lessons learned)\b|^what (?:this|it) (?:is|does)$|^expected\b(?! (?:steps?|actions?)\b)/i;

/** Words before a numbered list that tells how things are, or what somebody did. */
export const FACTS_LEAD = /^(?:it|this|that)\s*:$|\b(?:are|is|were|was|does|do|happens?|outline|summary)\b[^.]*:$|\blooks?\slike\b[^.]*:$|\b(?:summary|outline|overview) of\b/i;

/** Words in such a lead that ask for something after all: "the steps are:". */
export const ASKS_TO_DO = /\b(?:steps?|do|following (?:actions?|tasks?|checks?)|to do|procedure|if|when|once|actions?|tasks?|done in (?:\w+ )?(?:phases|stages|parts)|make sure|ensure|check|verify|confirm|see (?:if|whether))\b/i;

/** Words of a lead that ends in "by:" by which it is done by whoever reads it. */
export const BY_SOMEBODY = /\b(?:you|we|can|could|should|must|may|has to|have to|needs?)\b|\b(?:is|are|be) (?:\w+ly )?\w+ed by\s*:$/i;

/** A first sentence that states and asks nothing: it begins with an article, or with a name and what that does. */
export const FACT = /^(?:(?:the|a|an|this|these|those|it|there|they|all|some|nobody|everybody|each|every|our)\s+\S|never\b|only\s(?:on|in|at|if|when|for|after|during|with|by)\b[^,;:]*$|`[^`]*` (?:is|are|was|has|[a-z]+s)\b|(?:signals?|symptoms?|alerts?|metrics?|impact|owners?|severity|dashboards?|thresholds?|meaning|scope):)/i;

/** "For console:", "On the console apps:", "Console:": what follows is for targets of that name. */
export const VARIANT_LEAD = /^(?:(?:for|on)\s+(?:the\s+|all\s+|any\s+)?(?<word>[^\s:,.]+(?:\s+[^\s:,.]+)?)(?:\s+(?:only|instead))?\s*:?|(?<alone>[^\s:,.]+):)$/i;

/** Words after the name in such a lead that are no part of it. */
export const VARIANT_NOUN = /\s+(?:apps?|applications?|services?|targets?|hosts?|servers?|environments?|envs?|clusters?|systems?)$/i;

/** The end of what leads to a block and says nothing by itself: "To recover:", "Run:". What the sentence before it states counts. */
export const SAYS_LITTLE = having(':', /^(?:to (?:\w+\s?){1,3}|(?:then\s)?(?:run|use|do|execute|try|type|issue|enter)(?: (?:this|the following(?: commands?)?|these commands?|this command))?):$/i);

/** What speaks of what the sentence before it tells to do: "If it fails, delete it. This cannot be undone:". */
export const ABOUT_BEFORE = /^(?:this|that|it|(?:be )?careful|warning|caution|beware|note)\b[^?]*:$/i;

/** A paragraph that announces what a command prints. */
export const OUTPUT_LEAD = oneOf(
  having('output|response|result', /^(?:(?:the|an?|its|your|this|here is|here's)\s+)*(?:example|sample|expected|typical|truncated|possible|resulting|abbreviated)?\s*(?:command\s+)?(?:outputs?|responses?|results?)\b(?!\s+of\s+the\s+(?:following|below))(?:(?!following command)[^.])*:?$/i),
  having('like|similar|follow|below|this', /(?:output|result|response|something|it)\s+(?:should|will|may|would|can)?\s*(?:looks?|be(?!\s+(?:done|run|executed|achieved|performed|fixed|restored|removed|created|stopped|started|changed|used|checked|verified|generated|reached|got)\b)|print|return|show|give)\b[^.]*(?:like|similar|follow|below(?!\s(?:[^\s\w]*\d|the\b|an?\b|our\b|its\b))|this)[^.]*:?$/i),
  beginningWith('you|this|it|which', /^(?:you\s+(?:should|will|would|may)\s+(?:see|get)|(?:this|it|which)\s+(?:will\s+|should\s+)?(?:returns?|prints?|outputs?|displays?|shows?|yields?|produces?))\b[^.]*(?::|\blike)$/i),
);

/** Words before a numbered list that is no list of things to do. */
export const NOT_STEPS_LEAD =
  /\b(?:there (?:are|is)|one of the following|any of (?:the following|these)|either of|consists? of|reasons?|causes?|examples?|the following (?:points|ways|kinds|types|conditions|cases|things|components|are|is)|(?:two|three|four|five|six|several|many|multiple|various|some) (?:\w+ )?(?:ways|points|kinds|types|conditions|cases|components|reasons|options|parts|layers|scenarios|possibilities)|because|means?|in (?:this |the following )?order|looks? (?:for|in|up)|(?:auto-?)?discovers?|found at|includes?|such as|e\.g\.|goals?|lessons?|(?:runbook|document|guide|page|playbook|procedure) (?:covers|describes|explains|walks|contains)|assum\w+|occurs? (?:if|when))\b[^.]*:?$|(?<!complete )\bwhen(?:ever)?\b[^.,]{0,22}:$|\bwhich\s*:$|\b(?:it|this|that|script|job|command|tool|workflow|playbook|pipeline|process|operator|controller)\s+(?:will|does|performs?|automatically)\b[^.]{0,40}:$/i;

/** How a paragraph begins that says where what follows is typed. */
export const PLACE_LEAD = /^(?:back )?(?:on|from|in)\s+[^.:]{1,60}:$/i;

/** A block that is to be saved, not run. */
export const SAVE_LEAD = /\b(?:save|store|put|write|paste|add|create|copy)\b[^.:]*\b(?:as|in|into|to|a)\b[^.:]*\b(?:script|file|crontab|\.\w{2,4})\b|\b(?:contents? of|contents?|script|file)\s*:?$/i;

/** Headers of a table of checks. */
export const CHECK_COMMAND = /^(?:commands?|cmd|run|how|how to check|query|verify with|verification command|check command)$/i;
export const CHECK_EXPECTED = /^(?:expect(?:ed|ation|ations)?(?: (?:output|result|value|response))?|should (?:be|see|return|show)|healthy(?: (?:state|value|output))?|good|ok(?: when)?|pass(?:es)?(?: (?:when|if|criteria))?|success criteria|criteria|target)$/i;
export const CHECK_NAME = /^(?:#|checks?|step|what|what (?:it does|to do|happens)|item|verification|test|task|activity|purpose|name|action|description|component|signal|system|service)$/i;

/** Those that make one of steps of a table without a column of what is expected. */
export const STEP_NAME = /^(?:#|no\.?|nr\.?|steps?|order)$/i;

/** What says how something is to be. */
export const OUGHT = /\b(?:must|should)(?:n['’]t|\s+not)?\b/i;

/** A sentence for one case only. */
export const ONE_CASE = /^(?:if|which|unless|otherwise|when(?:ever)?|in case|note|warning|should (?:the|an?|any|all|your|one|it|they|this|that|you|something))\b/i;

/** Who ought to do something, before "must". */
export const ACTOR = /\b(?:you|we|one|they|engineers?|operators?|users?|teams?|everyone|everybody|anyone|nobody|people|on-?call|maintainers?|developers?|admins?|who)\s*$/i;

/** What somebody ought to see, after "you should". */
export const SEES = /^\s+(?:now\s+|then\s+|also\s+|only\s+|still\s+)?(?:see|get|have|find|receive|notice)\b/i;

/** What "must" or "should" is said of where a case or a reason is told: "Prefer it if all disks must be rebuilt". */
export const IN_CLAUSE = /\b(?:if|when(?:ever)?|unless|because|since|until|before)\b[^,;]*$/i;

/** A sentence that speaks of the command below it: "You should see it when you issue the following command." */
export const POINTS_AHEAD = having('following|below|next', /\b(?:the|this)\s(?:following|next)\s(?:commands?|query|script|check)\b|\b(?:commands?|query|script|check)\sbelow\b/i);

/** What is done to a thing, and no state of it: "The state should be saved:". */
export const DONE = having('should|must', /\b(?:should|must)\s(?:\w+\s)?be\s(?:\w+\s)?(?!listed|need|red\b|bound\b)[a-z]+(?:ed|en)\b/i);

/** What ought to be done to something, after "must" or "should": an order, and nothing to be seen; nor is the time that it takes. */
export const DONE_TO =
  /^\s+(?:(?:also|only|always|never|first|then|therefore|ideally|usually)\s+)*(?:be\s+(?:(?:also|only|always|never|first|then)\s+)?(?:run|done|executed|used|performed|restarted|stopped|started|checked|reviewed|updated|set|added|removed|deleted|notified|informed|avoided|considered|taken|kept|made|sent|stored|called|asked|replaced|rotated|escalated|opened|created|followed|applied|tested|verified|merged|deployed|treated|handled|tried|given|passed|committed|written|documented|announced|careful|able to)\b|match\s+the\s+(?:format|pattern)|(?:get stuck|hang|last|run|use|do|check|restart|contact|call|ask|wait|make|take|keep|verify|ensure|only|avoid|consider|follow|escalate|notify|proceed|continue|precede|come (?:first|before|after))\b)/i;
