import { having, type Pattern } from '../../model/index.ts';

/** What one is on when one has logged in, by kind. */
const MACHINE =
  '(?:(?:name|data)?nodes?|(?:jump ?)?(?:hosts?|box(?:es)?)|servers?|machines?|vms?|vps|droplets?|instances?|bastions?|containers?|pods?|toolbox|primar(?:y|ies)|masters?|leaders?|replicas?|standbys?|secondar(?:y|ies)|slaves?|followers?|controllers?|control planes?|coordinators?|gateways?|routers?|switch(?:es)?|firewalls?|hypervisors?|workers?|brokers?|agents?|runners?|(?:load[ -]?)?balancers?|prox(?:y|ies)|appliances?|nas|members?|workstations?|raspberry pi)';
/** Up to three words before it, none of which makes it a part of something else: "the section on replicas". */
const WORDS = '(?:(?!(?:section|step|page|chapter|part|list|name|docs?|of|on|in|for|and|to)\\b)[\\w`<>*.@-]{1,40}[ -]){0,3}?';
/** A name that only a machine has: `db-prod-2`, web1. */
const NAME = '[`*]{1,2}[\\w.@-]+[`*]{1,2}|(?!(?:https?|ipv|oauth|auth|s|k|ec|py|log\\d?j|route|sha|md)\\d)[a-z][a-z-]{0,40}\\d[\\w.-]*|[a-z][\\w.-]{0,40}(?=\\s\\([\\w.-]+@[\\w.-]+\\))';
/** A machine, where a sentence has come to it. */
const PLACE = new RegExp(`\\s*(?:(?:the|an?|(?:one|any|each)\\s+of\\s+the|each|every|any|your|our)\\s+)?(?<place>${WORDS}${MACHINE}(?!\\s+${MACHINE}\\b)|${NAME})(?![\\w-])(?:\\s+[\`*(]*[\\w.]*[-\\d][\\w.-]*[\`*)]*)?`, 'iy');
/** An abbreviation behind it, which says of what kind it is: "a master NCN". */
const KIND = /^\s+[A-Z]{2,6}s?(?![\w-])/;
/** As whom one goes, and with what: "as `root`", "with your own account", "via SSH". */
const AS_WHOM = String.raw`(?:\([^()]*\)\s*|(?:as|with|via|using|over|by|from)\s+(?:(?:an?|the|your(?:\s+own)?)\s+)?(?:[\w"'\`*@.-]+\s+){1,3}?){0,2}`;
/** What follows where nothing else is meant: the end, what is done there, or the way in; not "the node pool", "the server settings". */
const AND_SO = /^\s*(?:$|[.,:;)]|(?:and|then|as|with|via|over|using|through|by|first|again|once)\b)/i;

/** The same, or which one of them: "on the balancer that holds the address". */
const AND_SO_OF_ONE = /^\s*(?:$|[.,:;)]|(?:and|then|as|with|via|over|using|through|by|first|again|once|that|which|where|whose)\b)/i;

/** A way of saying that one goes somewhere, up to the place; with what has to follow it. */
interface Way {
  readonly way: Pattern;
  readonly after?: RegExp;
}

/** "Are run", "this is run"; not what runs there by itself: "All services run on the worker nodes". */
const RUN = String.raw`(?:(?<=\b(?:is|are|be|been)\s)run|(?<!\b(?:all|these|this)\s(?!(?:[\w-]+\s){0,2}(?:commands?|steps?|scripts?)\b)(?:[\w-]+\s){1,3})run)`;

/** Where commands are typed: "The following is typed on the proxy.", "All commands below are run on the master node." */
const OF_COMMANDS: readonly Way[] = [
  { way: having('following|these|this|below|rest|all|everything', new RegExp(String.raw`\b(?:following|these|this|below|rest|everything|all)\b[^.,:;]{0,40}?\s(?:typed|${RUN}|executed|entered|done|performed|happens?|takes\s+place|go(?:es)?|belongs?)\s+${AS_WHOM}(?:on|at|in|to|from)\s`, 'i')), after: AND_SO_OF_ONE },
  // "All kubectl runs on mother (admin@mother).", "Everything below runs on the gateway."; what else runs somewhere is told.
  { way: having('run', new RegExp(String.raw`^(?:everything\s(?:here|below)|(?:all|every)\s(?:kubectl|helm|oc|docker|ansible|terraform)(?:\s(?:commands?|calls?))?)\s(?:is\s|are\s)?runs?\s+${AS_WHOM}(?:on|at|in|from)\s`, 'i')), after: /^\s*(?:$|[.,:;()])/ },
  // "These all require rsh'ing into a broker pod and running the scripts."
  { way: having('require|need|mean|involve', /\b(?:following|these|this|below|rest|everything|all|commands?|steps?)\b[^.,:;]{0,30}?\s(?:requires?|needs?|means?|involves?)\s(?:ssh|rsh|exec|shell|logg)['’]?ing\s+(?:in|on)?(?:\s?to)\s/i) },
  { way: having('command|step', new RegExp(String.raw`\b(?:commands?|steps?)\b[^.,:;]{0,20}?\s(?:(?:must|should|has\s+to|have\s+to|need\s+to)\s+be|is\s+to\s+be|are(?:\s+to\s+be)?)\s+(?:typed|run|executed|entered|done|performed)\s+${AS_WHOM}(?:on|at|in|from)\s`, 'i')), after: /^\s*(?:$|[.,:;)]|(?:or|and|that|which|where|whose|unless)\b)/i },
  { way: having('run|execute|type|enter|perform', /^(?:run|execute|type|enter|perform)\s+(?:the\s+following|these|this|all|the\s+\w+\s+below)\b[^.,:;]{0,30}?\s(?:on|at|inside|in|from)\s/i), after: /^\s*(?:$|[.,:;)]|(?:and|then|as|via|over|using|through|by|first|again|once)\b)/i },
];

const WAYS: readonly Way[] = [
  { way: having('log|sign', new RegExp(String.raw`\b(?:log(?:ged|ging)?|sign(?:ed)?)\s*[io]n\s*${AS_WHOM}(?:on\s+)?(?:to|on|at)\s+(?:the\s+console\s+of\s+)?(?=\S)`, 'i')) },
  { way: having('login', /^(?:\w+,?\s+)?login\s+(?:in)?to\s/i) },
  { way: having('connect', new RegExp(String.raw`(?:^|[,;:(]\s*|\b(?:and|then|to|now|first|once|after|please|must|should|you)\s+)(?:re)?connect(?:ed|ing)?\s+${AS_WHOM}to\s`, 'i')) },
  { way: having('exec|shell|attach|jump|hop|remote|step|get|ssh|telnet|rdp|vnc', new RegExp(String.raw`^(?:(?:then|now|next|first),?\s+)?(?:exec|shell|attach|jump|hop|remote|step|get|ssh|telnet|rdp|vnc)\s*${AS_WHOM}(?:in|on|over)?\s*(?:to\b|onto|on\b|into)\s`, 'i')) },
  // "You need to be exec'd into the broker pod for this."
  { way: having('ssh|rsh|exec', /\b(?:ssh|rsh|exec)['’]?(?:d|ed|ing)\s+(?:in|on)to\s/i), after: /^\s*(?:$|[.,:;)]|(?:and|then|first|for\s(?:this|that|all|these))\b)/i },
  { way: having('go|move|enter|return|back', /^(?:(?:then|now|next|first),?\s+)?(?:enter|(?:go|move|return)\s+(?:over\s+|back\s+)?to|back\s+(?:on|to))\s/i) },
  { way: having('switch', /^(?:(?:then|now|next|first),?\s+)?switch\s+(?:over\s+)?to\s/i), after: /^\s+(?:and|then)\s+(?:run|execute|type|enter)\b/i },
  { way: having('session|connection|shell|console|terminal', /\b(?:open|start|establish|get|use|drop\s+(?:in)?to)\s+(?:a|an|the)\s+(?:\w+\s+){0,2}(?:session|connection|shell|console|terminal)\s+(?:to|with|on|into|in|of)\s/i) },
  { way: having('access|reach|enter', /^(?:access|reach|enter)\s/i), after: /^\s+(?:via|over|with|using|through|by)\s+ssh\b/i },
  { way: having('ssh', /^use\s+ssh\s+to\s+\w+\s+(?:on(?:to)?|in(?:to)?|to)\s/i) },
  { way: having('root', /^become\s+root\s+on\s/i) },
  { way: having('as', /^as\s+(?:the\s+)?[\w`-]+(?:\s+user)?\s+on\s/i) },
  { way: having('repeat|redo|do', /^(?:repeat|redo|do)\s+(?:(?:this|these|the\s+same|it|that)\s+)?(?:steps?\s+)?(?:on|in)\s/i) },
  { way: having('session|shell|console|terminal|prompt', /^(?:(?:then|now|next|first),?\s+)?(?:in|on|from|with)\s+(?:an?|the|your)\s+(?:\w+\s+){0,2}(?:session|shell|console|terminal|prompt)\s+(?:of|on|in|to)\s/i) },
  { way: having('work|stay|remain', /^(?:work|stay|remain)\s+on\s/i), after: /^\s+(?:from\s+(?:here|now)|for\s+(?:the|all)|and|then)\b/i },
  { way: having('once|when', /^(?:once|when)\s+(?:you\s+are\s+|you['’]re\s+)?on\s/i), after: /^\s*,/ },
  { way: having('console|shell|prompt|command line|terminal', /^(?:on|inside|in|at|within|from)\s+(?=the\s|each\s|every\s)/i), after: /^(?:['’]s)?\s+(?:console|shell|prompt|command line|terminal)\s*(?:[:,]|$)/i },
  ...OF_COMMANDS,
];

/** The kind of machine behind its part, and its name in parentheses: "the first master node (`ncn-m001`)", "the gateway (gw1)". */
const NAME_BEHIND = /^(?<noun>\s+(?:nodes?|hosts?|servers?|machines?|vms?|instances?|box(?:es)?)\b)?(?:\s*\((?<name>`[\w.@-]+`|[a-z][\w@]*(?:[.-]\w+)+|[a-z][\w@]*\d)\))?/i;

/** A place with the name that stands in parentheses behind it in a sentence. */
export function withName(place: string, sentence: string): string {
  const { noun = '', name } = NAME_BEHIND.exec(sentence.slice(sentence.indexOf(place) + place.length))?.groups ?? {};
  return `${place.trimEnd()}${noun}${name === undefined ? '' : ` (${name})`}`;
}

/** The machine that a sentence says to go to, or `null`. */
export function arrivesAt(sentence: string): string | null {
  return placeAfter(WAYS, sentence);
}

/** The machine on which a sentence says that commands are typed, or `null`. */
export function typedAt(sentence: string): string | null {
  return placeAfter(OF_COMMANDS, sentence);
}

function placeAfter(ways: readonly Way[], sentence: string): string | null {
  for (const { way, after = AND_SO } of ways) {
    const found = way.exec(sentence);
    if (found === null) continue;
    PLACE.lastIndex = found.index + found[0].length;
    const place = PLACE.exec(sentence);
    const rest = sentence.slice(PLACE.lastIndex);
    const kind = KIND.exec(rest)?.[0] ?? '';
    if (place !== null && after.test(rest.slice(kind.length))) return withName(`${place.groups?.['place'] ?? ''}${kind}`, sentence);
  }
  return null;
}
