import { asksFirst } from '../orders/index.ts';

/** What a heading adds to its name in brackets: "Drain (after the review)", "Drain [DBA only]". */
const IN_BRACKETS = /[([](?<remark>[^()[\]]{2,80})[)\]]/g;
/** What it adds behind its name: "Drain, with approval of the owner", "Drain - not before 22:00". */
const BEHIND = /(?:,|\s[–—-])\s+(?<remark>[^,()[\]]{2,80})$/;
/** A heading that asks, or forbids. */
const DOUBTFUL = /\w\?$|[❌🚫⛔]|\bdo not use\b/u;

/** How long it takes, or how much of it: "(5 min)", "(takes ten minutes)", "(≤ 60 s)", "(2 of 3)". */
const MEASURE = String.raw`(?:(?:takes?|about|approx\.?|roughly|up to|under|within|less than|max\.?|eta:?|est\.?)\s+)*(?:[~≈<>≤≥]\s*)*(?:\d|a few|some|one|two|three|five|ten|half).*`;
/** What kind of step it is. */
const KIND = String.raw`(?:potentially )?(?:destructive|dangerous|danger|disruptive|required|mandatory|recommended|preferred|default|automat(?:ic|ed)|auto|safe|non-destructive|read[- ]only|important|critical|quick|fast|slow|short|long|brief|downtime|(?:no|zero|with|short) downtime|reversible|irreversible|idempotent|interactive|main|primary path|happy path|cont(?:inued|['’]d|\.)?|again|(?:do not|don['’]t|never) skip|must (?:all )?pass.*)`;
/** As whom, with what, where: "(as root)", "(with kubectl)", "(on the bastion)". */
const MANNER = String.raw`(?:as|with|via|using|by|from|on|in|per|against|all|(?:for )?(?:each|every|all))\s.+|(?:step|part|phase)\s\d.*`;
/** Places that are passed through one after the other. */
const ENVIRONMENT = String.raw`(?:dev(?:elopment)?|test(?:ing)?|qa|stag(?:e|ing)|pre-?prod(?:uction)?|prod(?:uction)?|live|canary|blue|green|both|all)`;
const PLAIN = new RegExp(`^(?:${[MEASURE, KIND, MANNER, ENVIRONMENT].join('|')})[.!]?$`, 'i');

/** Whether a heading adds a remark that may say when, by whom or whether at all it is done: anything in brackets but a measure, a kind, a manner, or names of what the code speaks of; a demand behind it. */
export function addsRemark(heading: string, code: string): boolean {
  if (DOUBTFUL.test(heading) || asksFirst(BEHIND.exec(heading)?.groups?.['remark'] ?? '')) return true;
  return [...heading.matchAll(IN_BRACKETS)].some(({ groups }) => {
    const parts = (groups?.['remark'] ?? '').trim().split(/\s*(?:[,;/&+–—]|\s-\s)\s*/).filter((part) => part !== '');
    return !parts.every((part) => PLAIN.test(part) && !asksFirst(part)) && !isName(parts, code.toLowerCase());
  });
}

/** Words of which the code speaks too, or an abbreviation: "(node7)", "(RDS)". */
function isName(parts: readonly string[], code: string): boolean {
  const words = parts.flatMap((part) => part.split(/\s+/));
  return words.length < 4 && words.every((word) => code.includes(word.toLowerCase().replace(/s$/, '')) || /^(?!(?:TODO|STOP|WIP|TBD|ONLY|NOT)$)[A-Z][A-Z\d-]{1,7}$/.test(word));
}
