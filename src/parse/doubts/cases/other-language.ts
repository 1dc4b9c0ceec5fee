import type { DoubtSources, Found } from '../sources.ts';

/** What acts in a file that is not in English: its words are not understood, so what leads to it, or its heading, is for somebody to read. */
export function inOtherLanguage({ isEnglish, draft, sections }: DoubtSources): Found | null {
  if (isEnglish()) return null;
  const [lead] = draft.leads;
  const section = sections[draft.section];
  if (lead !== undefined) return { text: lead.text, at: lead.at, block: true };
  return section === undefined || section.heading === '' ? { text: 'not in English', at: draft.range.start, block: true } : { text: section.heading, at: section.headingRange.start, section: section.index, block: true };
}
