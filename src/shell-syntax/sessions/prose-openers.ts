import { beginningWith, having, type Pattern } from '../../model/index.ts';
import { arrivesAt, typedAt, withName } from './arrivals.ts';

/** Sentences that open a session: what is written below is typed there. The group is the place. */
const OPENS: readonly Pattern[] = [
  having('ssh', /\bssh\s+(?:in|on)?to\s+(?:the\s+|a\s+|one\s+of\s+the\s+|each\s+|any\s+)?([\w`<>*.@ -]{2,60})/i),
  having('log|sign', /\b(?:log|sign)\s*(?:in|on)?\s*(?:in|on)?to\s+(?:the\s+|a\s+|one\s+of\s+the\s+|each\s+|any\s+)?([\w`<>*.@-]+(?:[ -][\w`<>*.@-]+){0,3}?\s*(?:node|host|server|machine|vm|instance|box|bastion|container|pod|primary|master|leader|replica|standby|secondary))\b(?![-/]|\s+(?:branch|console|account|key)\b)/i),
  having('connect', /(?:^|[,;:(]\s*|\b(?:and|then|to|now|first|please|must|should|can|you)\s+)connect\s+to\s+(?:the\s+|a\s+|one\s+of\s+the\s+)?([\w`<>*.@-]+(?:[ -][\w`<>*.@-]+){0,3}?\s*(?:node|host|server|machine|vm|instance|box|bastion|container|pod))\b/i),
  having('exec|log|attach|jump|hop', /^(?:then,?\s+)?(?:exec|log\s*(?:in)?|attach|jump|hop)\s*(?:in|on)?to\s+(?:the\s+|a\s+)?(`?[\w.]*[a-z]-\d+[\w.-]*`?|[\w`<>*.@ -]{0,40}?\b(?:pod|container|bastion|jump ?host))\b[^.,]{0,30}?(?:\band\s+run\b|\bthen\b|,|:|$)/i),
  having('shell|session|console', /\b(?:open|start|get)\s+(?:a|an|the)\s+(?:\w+\s+)?(?:shell|session|console)\s+(?:in|on|to|into)\s+(?:the\s+|a\s+)?([\w`<>*.@' -]{2,60})/i),
  beginningWith('then|on|inside|in|within|from', /^(?:then,?\s+)?(?:on|inside|in|within|from(?:\s+(?:within|inside))?)\s+(?:the|each|every|(?:any|one|each)\s+of\s+the)\s+([\w`<>*.@ -]{0,40}?\b(?:nodes?|hosts?|servers?|machines?|vms?|instance|box|bastion|container|pod|toolbox))\b(?:\s+`?[\w-]*[.\d][\w.-]*`?)?\s*(?:,|:|\brun\b|\bexecute\b|\btype\b)/i),
  having('boot', /^(?:then,?\s+)?(?:re)?boot\s+(?:into|from)\s+(?:the\s+|an?\s+)([\w`*.@ -]{2,40}?)(?:\s+(?:and|then)\s+run\b|\s*[,:])/i),
];
/** "SSH in and run": a machine that the sentence does not name. */
const SSH_IN = having('ssh', /(?:^|[,;:]\s*|\b(?:and|then|or)\s+)ssh in\b(?!\s*(?:to|the|a|an)\b)/i);
/** Sentences that hold the words and open nothing. */
const NONE = having('ssh|log|sign|connect|if you can', /\b(?:logged in as|log in to (?:see|check)|if you (?:can(?:no|')t|cannot)|do not (?:ssh|log)|never (?:ssh|log)|without (?:ssh|logging)|able to (?:ssh|log|connect)|can (?:ssh|log|connect)|(?:can ?not|can['’]t|could not|couldn['’]t|does not|doesn['’]t|did not|fail(?:s|ed|ing)? to|tr(?:y|ies|ied|ying) to) (?:\w+ )?(?:ssh|log|sign|connect))\b/i);

/** Sentences that end a session. */
const CLOSES = having('locally|your|log|exit|leave|close', /\b(?:locally|back on your|(?:on|from) your (?:own |local )?(?:machine|laptop|workstation|computer)|log ?out of|log ?out(?: again)?(?=\s*(?:$|[.,:;]))|(?:exit|leave|close) (?:from )?(?:the |your )?(?:ssh |remote )?(?:shell|session|container|pod|host|node|server|vm)\b)/i);

/** Whether a sentence of prose says that a session is left, or that what follows is typed on the author's own machine. */
export function proseCloses(sentence: string): boolean {
  return CLOSES.test(sentence);
}

/** The place that a sentence of prose opens a session on (`the database host`), or `null`. */
export function proseOpener(sentence: string): string | null {
  if (NONE.test(sentence)) return null;
  const trimmed = sentence.trim();
  for (const pattern of OPENS) {
    const place = pattern.exec(trimmed)?.[1];
    if (place !== undefined) return shown(withName(place, trimmed));
  }
  if (SSH_IN.test(trimmed)) return 'the machine that is reached by ssh';
  const place = arrivesAt(trimmed);
  return place === null ? null : shown(place);
}

/** The place where a sentence says that commands are typed, or `null`: "All commands below are run on the master node." */
export function proseTypedAt(sentence: string): string | null {
  const place = NONE.test(sentence) ? null : typedAt(sentence.trim());
  return place === null ? null : shown(place);
}

/** A place without marks, and without what is said of it. */
function shown(place: string): string {
  return place.replace(/[`*]/g, '').replace(/\s+(?:and|to|as|with|using|via|then)\b.*$/i, '').replace(/[.\s]+$/, '').trim();
}
