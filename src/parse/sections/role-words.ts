import { having, NUMBER, type Pattern, type SectionRole } from '../../model/index.ts';

/** What a heading's words say about its section; the first that matches counts. Subject to the exceptions in `roles.ts`. */
export const ROLE_WORDS: readonly { readonly role: SectionRole; readonly words: Pattern }[] = [
  { role: 'procedure', words: /^procedures?\b/i },
  { role: 'reference', words: /\b(?:revision|document|change)\s+history\b|\bchange\s?log\b/i },
  { role: 'history', words: having('histor|record|log|past|previous', new RegExp(String.raw`^${NUMBER}(?:\w+\s+)?history(?: of \w+)?$|\b(?:(?:execution|run|drill|exercise|incident|usage|rotation|deploy(?:ment)?|rollback|change|test) history|(?:execution|drill|run|exercise) (?:log|record)s?|past (?:runs|executions|drills)|previous (?:runs|executions))\b`, 'i')) },
  { role: 'contingency', words: new RegExp(String.raw`^${NUMBER}(?:what )?if\b`, 'i') },
  { role: 'contingency', words: having('when|in case|fail|problem|error|issue|pitfall|gotcha|fall|back|contingenc|plan b|last resort', /\b(?:when|in case)\b.*\b(?:fails?|failure|goes wrong|go wrong|stuck|does(?:n['’]t| not) work)\b|^(?:common )?(?:failures?|failure modes|problems|errors|issues|pitfalls|gotchas)\b|\b(?:fall-?back|back-?out|contingenc(?:y|ies)|plan b|last resort|known (?:issues|problems|failures))\b/i) },
  { role: 'contingency', words: /\btrouble-?shoot(?:ing)?\b/i },
  { role: 'contingency', words: /\b(?:roll-?back|rolling back|revert(?:ing)?|undo)\b/i },
  { role: 'communication', words: having('communicat|comms|status page|announce|notif|template', /\bcommunicat(?:e|ions?|ing)\b|\bcomms\b|\bstatus page\b|\bannounce(?:ments?)?\b|\bnotif(?:y|ications?)\b.*\b(?:stakeholders?|customers?|users?|team|channel)\b|\b(?:message|email|notification|slack) templates?\b|^notifications?$/i) },
  { role: 'escalation', words: having('escalat|who to|contact', /\bescalat(?:e|ion|ions|ing)\b|\b(?:who to (?:call|contact|page)|contacts?|on-?call contacts?|points? of contact)\b/i) },
  { role: 'verification', words: having('verif|validat|post|smoke|health|sanity|criteria|acceptance|confirm|test', /\bverif(?:y|ying|ication|ications)\b|\bvalidat(?:e|ion|ing)\b|\b(?:post-?checks?|post-?flight|smoke[- ]tests?|smoke[- ]checks?|health[- ]checks?|sanity[- ]checks?|exit criteria|success criteria|acceptance|confirm(?:ation|ing)?|how to test|testing)\b|\bpost[- ](?:\w+[- ])?(?:checks?|verification|validation)\b/i) },
  { role: 'prerequisites', words: having('requisite|requirement|flight|check|before|prep|setup|set-up|need|access|condition', /\b(?:pre-?requisites?|pre-?requirements?|pre-?flight|pre-?checks?|before (?:you|we) (?:begin|start|go)|before starting|requirements|preparation|prep|set-?up|what you(?:['’]ll| will)? need|access (?:needed|required)|you(?:['’]ll| will) need|pre-?conditions?)\b/i) },
  { role: 'purpose', words: /\b(?:when (?:not )?to (?:use|run|enable|apply|invoke|follow|trigger|execute|perform|do|start)|triggers?|(?:possible |probable |likely |root )?causes?|reasons?|assumptions?|overview|meaning|symptoms?|impact|purpose|background|summary|introduction|description|about|context|scope|goals?|why|what is|alert details?|alert description|definitions?|terminology|how (?:it|this|the|these)\b.*\b(?:works?|(?:is|are|was) (?:tested|built|set up))|what (?:happens|(?:it|this) does)\b(?! if\b)|architecture|caveats?|anti-?patterns?|severity|does not cover|out of scope|non-goals?|limitations?|audience)\b/i },
  { role: 'reference', words: /\b(?:table of contents|contents|toc|related|links?|appendix|annex|references?|see also|further (?:reading|info|information)|(?:additional|useful|other|more) (?:resources|information)|^resources$|notes?|glossary|useful (?:links|dashboards)|dashboards?|metrics reference|post-?mortem|lessons learned|post[- ]\w+ obligations|owners?|ownership|faq|cadence|calendar|invariants?|prevention|maintenance of this)\b/i },
  { role: 'procedure', words: /\b(?:procedures?|steps?|mitigat(?:e|ion|ions)|diagnos(?:is|e|tics?|ing)|resolution|remediation|actions?|instructions?|how to|runbook|execution|fix|solution|workaround|recover(?:y)?|restore|investigation|triage)\b/i },
];

/** "Step 4: update references" is something to do, whatever it speaks of. */
export const IS_STEP = /^(?:optional:?\s+)?(?:step|phase|stage|part)\s*#?\d/i;

/** So is "Option A: by the dashboard". */
export const IS_OPTION = /^(?:option|path|alternative|method|approach|variant|way)\s+#?(?:[a-h]|\d{1,2})\b/i;

/** Headings of what a procedure consists of. */
export const SAYS_PART = /^(?:(?:the|immediate|quick|possible|recommended|suggested)\s+)?(?:procedures?(?:\s+\d+)?|steps?|mitigations?|diagnos\w+|resolutions?|remediations?|actions?|instructions?|how\b.*|runbook|execution|fix(?:es)?|solutions?|workarounds?|recovery|restore|investigation|triage|look|inspect|prepare|plan|apply|act|do|finish)\b\s*(?:steps|procedure|actions|process)?(?:$|\s*[(:–—-])/i;

/** A step that is a way out all the same: "Step 6: Rollback", "Step 3 - if it fails". */
export const IS_WAY_OUT = /^(?:optional:?\s+)?(?:step|phase|stage|part)\s*#?\d+[a-z]?[\s:.)—–-]*(?:if|when|in case|roll-?\s?back|rolling back|revert|undo\b(?!\/)|troubleshoot|fall-?back|back-?out|contingency)/i;

/** Roles of sections in which nothing is done. */
export const PASSIVE_ROLES: ReadonlySet<SectionRole> = new Set(['purpose', 'reference', 'escalation', 'history']);

/** Runbooks that are a rollback themselves: "Rollback" is what they do and no way out. */
export const IS_ROLLBACK = /\broll(?:ing)?-?\s?back\b|\brevert/i;

/** A role that everything under its heading has too, whatever its own heading says. */
export const ENCLOSING_ROLES: ReadonlySet<SectionRole> = new Set(['contingency', 'communication', 'history', 'escalation', 'reference']);
