import { NUMBER, plainText } from '../../model/index.ts';
import { isInForeignScript, markdown, titleSpan } from '../facts/index.ts';
import { textRule } from '../rule.ts';

/** Enough words before the first heading to say what the page is for. */
const INTRODUCTION_WORDS = 2;
/** Words of a paragraph in a first section that say what it is about. */
const OPENING_WORDS = 4;
/** Words of a title that tells the whole symptom: "Runners report a high number of errors". */
const TITLE_WORDS = 6;

/** A title that tells the trouble: "Reboot required", "Redis is down". */
const TROUBLE = /\b(?:required|(?<!\b(?:scal|shut|tear|wind|bring|roll|tak)(?:e|ing|ting)? )down|fail(?:s|ed|ing(?! (?:over|back)\b)|ures?)|full$|missing|unhealthy|unavailable|unreachable|expired|stuck|outages?|crash(?:es|ed|ing)?|exhausted|corrupt(?:ed)?|not (?:ready|working|responding|starting)|out of (?:disk|memory|space|inodes))\b/i;
/** … or is the alert's: `NodeNotReady`. */
const ALERT = /[a-z](?:Down|Failed|Failing|Missing|NotReady|Full|High|Low|Unavailable)\b/;
/** A first paragraph that begins with the occasion. */
const OCCASION = /^(?:when|if|use (?:this|it)|for when|in case)\b/i;

/** Headings that say what a page is for besides those of a purpose. */
const OPENING = new RegExp(String.raw`^${NUMBER}(?:intro(?:duction)?|scenarios?|triggers?|(?:(?:confirm|check|acknowledge|verify)\s+)?(?:the\s+)?alerts?|context|about|description|problem|background|signals?|detection|when to [a-z]+)\b`, 'i');

/** A list of the page's headings, with the mark that a forge makes one of. */
const CONTENTS = /^(?:table of )?contents$/i;
const CONTENTS_MARK = /^\[?\[_?TOC_?\]\]?$/i;

/** Front matter that says what a page is for. */
const DESCRIBING = /^(?:description|summary|purpose)$/i;

export const missingWhenToUse = textRule({
  id: 'missing-when-to-use',
  severity: 'warning',
  summary: 'A runbook does not say when to use it.',
  scope: 'runbook',
  docs: {
    why: 'The first question at night is whether this is the right page. A "When to use" (or Overview, Symptoms, Meaning, Impact) section or an opening paragraph answers it.',
    bad: { get text() { return markdown(`
      # Rollback

      ## Procedure

      '''bash
      heroku rollback
      '''
    `); } },
    good: { get text() { return markdown(`
      # Rollback

      ## When to use

      Errors rose within half an hour of a release.

      ## Procedure

      '''bash
      heroku rollback
      '''
    `); } },
  },
  check: (runbook) => {
    // A page that is being begun, and one whose words are not understood.
    if (runbook.steps.length === 0 || isInForeignScript(runbook)) return [];
    if (runbook.sections.some(({ role, roleFrom, heading }) => (role === 'purpose' && roleFrom !== null) || OPENING.test(heading))) return [];
    const title = runbook.title?.value ?? '';
    if (wordsIn(title) >= TITLE_WORDS || TROUBLE.test(title) || ALERT.test(title)) return [];
    if (runbook.metadata.entries.some(({ key, value }) => DESCRIBING.test(key) && wordsIn(value) >= OPENING_WORDS)) return [];
    const [top, ...sections] = runbook.sections;
    const [first, second] = sections.filter(({ heading }) => !CONTENTS.test(heading));
    if (TROUBLE.test(first?.heading ?? '')) return [];
    if ([first, second].some((section) => OCCASION.test(plainText(section?.blocks.slice(0, 1) ?? [])))) return [];
    if ([first, second].some((section) => section?.blocks[0]?.type === 'paragraph' && wordsIn(plainText(section.blocks.slice(0, 1))) >= OPENING_WORDS)) return [];
    const opening = runbook.sections.filter((section) => section === top || section.depth <= 1 || CONTENTS.test(section.heading));
    const words = opening.flatMap(({ blocks, heading }) => blocks.filter(({ type }) => type === 'paragraph' || type === 'quote' || (type === 'list' && !CONTENTS.test(heading))));
    const keys = new Set(runbook.metadata.entries.map(({ value }) => value));
    const introduction = words.map((block) => plainText([block])).filter((text) => !CONTENTS_MARK.test(text) && ![...keys].some((value) => value !== '' && text.endsWith(value)));
    if (wordsIn(introduction.join(' ')) >= INTRODUCTION_WORDS) return [];
    return [{ message: 'nothing says when to use this runbook: expected a "When to use" section or an opening paragraph', span: titleSpan(runbook) }];
  },
});

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
