import { having } from '../../../model/index.ts';
import { namesTask } from '../../markdown/index.ts';
import { asksFirst, asksForPeople, namesSomebody, orderIn } from '../orders/index.ts';
import { remarksIn } from '../plain-words.ts';
import { FORBIDDING } from './condition-words.ts';

/** What it adds behind its name: "Drain, with approval of the owner", "Drain - not before 22:00". */
const BEHIND = /(?:,|:|\s[–—-])\s+(?<remark>[^,()[\]]{2,80})$/;
/** A heading that asks, or forbids. */
const DOUBTFUL = new RegExp(String.raw`\w\?$|${FORBIDDING}|\bdo not use\b`, 'u');

const NUMBER = String.raw`(?:\d[\d.,]*|an?|a few|some|one|two|three|five|ten|half)(?:(?:-|\sto\s|\sor\s)\d+)?`;
const UNIT = String.raw`(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?|%|x|times|[kmgt]i?b|chars|characters|lines|rows|files|commands?|steps?|parts?|pods?|replicas?|nodes?|hosts?|servers?|machines?|instances?|shards?|brokers?|partitions?|regions?|zones?|clusters?)`;
/** What limits it: "(within 5 min after the deploy)". */
const LIMIT = String.raw`(?:up to|under|within|less than|max\.?|[<≤])`;
/** How long it takes, or how much of it: "(5 min)", "(takes ten minutes)", "(≤ 60 s)", "(2 of 3)"; not "(2 reviewers)", "(> 80 % full)". */
const MEASURE = String.raw`(?:(?:takes?|about|approx\.?|roughly|eta:?|est\.?|[~≈≥>]|${LIMIT})\s*)*${NUMBER}\s*${UNIT}?(?:\s(?:of|per|each)\b.*|\s(?:downtime|total|max))?|${LIMIT}\s*${NUMBER}\s*${UNIT}\s(?:after|before|from)\s.*`;
/** What kind of step it is. */
const KIND = String.raw`(?:potentially )?(?:destructive|dangerous|danger|disruptive|required|mandatory|recommended|preferred|default|automat(?:ic|ed)|auto|safe|non-destructive|read[- ]only|important|critical|quick|fast|slow|short|long|brief|downtime|(?:no|zero|with|short) downtime|reversible|irreversible|idempotent|interactive|main|primary path|happy path|cont(?:inued|['’]d|\.)?|again|(?:do not|don['’]t|never) skip|must (?:all )?pass.*)`;
/** A time or a case, and no place: "(in business hours)", "(on failure)". */
const WHEN = String.raw`\b(?:cases?|events?|emergenc(?:y|ies)|incidents?|failures?|errors?|demand|request|hours?|days?|weeks?|weekends?|nights?|mornings?|evenings?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b`;
/** As whom, with what, where, of what each: "(as root)", "(with kubectl)", "(on the bastion)", "(all web nodes)". */
const MANNER = String.raw`(?:as|with|via|using|by|from|on|in|per|against)\s(?!.*${WHEN}).+|(?:(?:for|on|in) )?(?:each|every)\s.+|(?:(?:for|on|in) )?all\s(?:[\w-]+\s){0,2}[\w-]+s|(?:step|part|phase)\s\d.*`;
/** Places that are passed through one after the other. */
const ENVIRONMENT = String.raw`(?:dev(?:elopment)?|test(?:ing)?|qa|stag(?:e|ing)|pre-?prod(?:uction)?|prod(?:uction)?|live|canary|blue|green|both|all)`;
const PLAIN = new RegExp(`^(?:${[MEASURE, KIND, MANNER, ENVIRONMENT].join('|')})[.!]?$`, 'i');

/** How a remark begins that says when or in which case: "after hours", "on request", "monthly". */
const CIRCUMSTANCE = /^(?:(?:after|before|until|during|once|when|whenever|on|upon|per|outside|unless|if(?!\sany\b))\s|at\s(?!(?:most|least)\b)|(?:every|each)\s(?:day|night|week|month|quarter|year)|(?:dai|night|week|month|quarter|year|annual)ly\b|later\b|off-?peak\b)|^(?!no\b).*\s(?:required|needed|necessary|mandatory)$/i;
/** "Restart: emergencies". */
const NO_MORE_THAN_WHEN = having('case|event|emergenc|incident|failure|error|demand|request|hour|day|week|night|morning|evening', new RegExp(`^(?:[\\w-]+\\s){0,2}${WHEN}$`, 'i'));
/** A command that waits. */
export const WAITS = /\b(?:wait|sleep|watch|rollout status)\b/;

/** Whether a heading adds a remark that may say when, by whom or whether at all it is done: anything in brackets but a measure, a kind, a manner, or names of what the code speaks of; somebody; a demand behind it. */
export function addsRemark(heading: string, code: string): boolean {
  if (DOUBTFUL.test(heading) || asksBehind(heading, code)) return true;
  return remarksIn(heading).some((remark) => {
    const parts = remark.split(/\s*(?:[,;/&+–—]|\s-\s)\s*/).filter((part) => part !== '');
    return parts.some(namesSomebody) || (!parts.every((part) => PLAIN.test(part) && !asksFirst(part)) && !isName(remark, parts, code.toLowerCase()));
  });
}

/** What is done behind a dash is held where it says when, in which case, or to wait: "Drain — after hours", "Drain, monthly", "Drain — wait for the go"; "Step 2 – Wait for the drain" has a name of its own behind it. */
function asksBehind(heading: string, code: string): boolean {
  const behind = BEHIND.exec(heading);
  const remark = behind?.groups?.['remark'] ?? '';
  if (behind === null || remark === '') return false;
  if (asksFirst(remark) || isCircumstance(remark)) return true;
  return namesTask(heading.slice(0, behind.index)) && /[–—-]/.test(behind[0][1] ?? '') && orderIn(remark) !== null && !WAITS.test(code);
}

/** Whether a remark says when or in which case, and no more than that. */
function isCircumstance(remark: string): boolean {
  return (CIRCUMSTANCE.test(remark) || NO_MORE_THAN_WHEN.test(remark)) && !PLAIN.test(remark);
}

/** Whether a sentence has in brackets when, in which case or with whom: "Restart it (per incident):", "Restart it (ask the owner)". */
export function asksInBrackets(words: string): boolean {
  return remarksIn(words).some((remark) => isCircumstance(remark) || asksForPeople(remark));
}

/** Whether a remark is words of which the code speaks too, or an abbreviation: "(node7)", "(RDS)". */
function isName(remark: string, parts: readonly string[], code: string): boolean {
  // Names that are added up are things: "(Docker + GitLab Runner)".
  if (/[+&]/.test(remark) && parts.every((part) => /^(?:[A-Z][\w.-]*(?:\s|$))+$/.test(part))) return true;
  const words = parts.flatMap((part) => part.split(/\s+/));
  return words.length < 4 && words.every((word) => code.includes(word.toLowerCase().replace(/s$/, '')) || /^(?!(?:TODO|STOP|WIP|TBD|ONLY|NOT|OLD|DRAFT|MANUAL|LATER|NEVER|SKIP|ONCE)$)[A-Z][A-Z\d-]{1,7}$/.test(word));
}
