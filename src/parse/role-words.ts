import type { SectionRole } from '../model/index.ts';

/** What a heading's words say about its section; the first that matches counts. Subject to the exceptions in `roles.ts`. */
export const ROLE_WORDS: readonly { readonly role: SectionRole; readonly words: RegExp }[] = [
  { role: 'reference', words: /\b(?:revision|document|change)\s+history\b|\bchange\s?log\b/i },
  { role: 'history', words: /\b(?:history|(?:execution|drill|run|exercise)\s+(?:log|record)s?|past (?:runs|executions|drills)|audit trail|drills? (?:performed|done)|previous (?:runs|executions))\b/i },
  { role: 'contingency', words: /^if\b.*\b(?:fails?|failed|broken|breaks?|wrong|does(?:n['’]t| not)|do(?:n['’]t| not)|did(?:n['’]t| not)|is(?:n['’]t| not)|stuck|unsuccessful|hangs?|persists?|still|needed|necessary|required)\b/i },
  { role: 'contingency', words: /\b(?:when|in case)\b.*\b(?:fails?|failure|goes wrong|go wrong|stuck|does(?:n['’]t| not) work)\b|^(?:common )?(?:failures?|failure modes|problems|errors|issues|pitfalls|gotchas)\b|\b(?:fall-?back|back-?out|contingenc(?:y|ies)|plan b|last resort|known (?:issues|problems|failures))\b/i },
  { role: 'contingency', words: /\btrouble-?shoot(?:ing)?\b/i },
  { role: 'contingency', words: /\b(?:roll-?back|rolling back|revert(?:ing)?|undo)\b/i },
  { role: 'communication', words: /\bcommunicat(?:e|ions?|ing)\b|\bcomms\b|\bstatus page\b|\bannounce(?:ments?)?\b|\bnotif(?:y|ications?)\b.*\b(?:stakeholders?|customers?|users?|team|channel)\b|\b(?:message|email|notification|slack) templates?\b|^notifications?$/i },
  { role: 'escalation', words: /\bescalat(?:e|ion|ions|ing)\b|\b(?:who to (?:call|contact|page)|contacts?|on-?call contacts?|points? of contact)\b/i },
  { role: 'verification', words: /\bverif(?:y|ying|ication|ications)\b|\bvalidat(?:e|ion|ing)\b|\b(?:post-?checks?|post-?flight|smoke[- ]tests?|smoke[- ]checks?|health[- ]checks?|sanity[- ]checks?|exit criteria|success criteria|acceptance|confirm(?:ation|ing)?|how to test|testing)\b|\bpost[- ](?:\w+[- ])?(?:checks?|verification|validation)\b/i },
  { role: 'prerequisites', words: /\b(?:pre-?requisites?|pre-?requirements?|pre-?flight|pre-?checks?|before (?:you|we) (?:begin|start|go)|before starting|requirements|preparation|prep|set-?up|what you(?:['’]ll| will)? need|access (?:needed|required)|you(?:['’]ll| will) need|preconditions?)\b/i },
  { role: 'purpose', words: /\b(?:when to use|when not to use|overview|meaning|symptoms?|impact|purpose|background|summary|introduction|description|about|context|scope|goals?|why|what is|alert details?|alert description|definitions?|terminology|how it works|architecture|caveats?|anti-?patterns?|severity)\b/i },
  { role: 'reference', words: /\b(?:table of contents|contents|toc|related|links?|appendix|references?|see also|further (?:reading|info|information)|additional (?:resources|information)|resources|notes?|glossary|useful (?:links|dashboards)|dashboards?|metrics reference|post-?mortem|lessons learned|post[- ]\w+ obligations|owners?|ownership|faq)\b/i },
  { role: 'procedure', words: /\b(?:procedures?|steps?|mitigat(?:e|ion|ions)|diagnos(?:is|e|tics?|ing)|resolution|remediation|actions?|instructions?|how to|runbook|execution|fix|solution|workaround|recover(?:y)?|restore|investigation|triage)\b/i },
];

/** Runbooks that are a rollback themselves: "Rollback" is what they do and no way out. */
export const IS_ROLLBACK = /\broll(?:ing)?-?\s?back\b|\brevert/i;

/** A role that everything under its heading has too, whatever its own heading says. */
export const ENCLOSING_ROLES: ReadonlySet<SectionRole> = new Set(['contingency', 'communication', 'history', 'escalation', 'reference']);
