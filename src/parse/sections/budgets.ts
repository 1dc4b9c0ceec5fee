import type { Paragraph } from 'mdast';
import type { Budget, SectionRole } from '../../model/index.ts';
import { type Document, type Placed, written } from '../markdown/index.ts';
import { budgetInHeading, budgetInText } from './budget.ts';
import type { SectionDraft } from './outline.ts';

/** Time budgets: of the whole runbook, and by section. */
export interface Budgets {
  readonly whole: Budget | null;
  readonly sections: readonly (Budget | null)[];
}

const HAS_AMOUNT = /\d[\s-]*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\b/i;

/** Reads budgets from headings and sentences. What the purpose of a runbook states is for the whole of it. */
export function readBudgets(document: Document, sections: readonly SectionDraft[], roles: readonly SectionRole[], paragraphs: readonly Placed<Paragraph>[], sectionAt: (offset: number) => number): Budgets {
  const found: (Budget | null)[] = sections.map(({ heading, headingRange, depth }) => (depth > 1 && HAS_AMOUNT.test(heading) ? budgetInHeading(document, heading, headingRange) : null));
  let whole = titleBudget(document, sections);
  for (const { range } of paragraphs) {
    const text = written(document, range);
    if (!HAS_AMOUNT.test(text)) continue;
    const budget = budgetInText(document, text, range);
    if (budget === null) continue;
    const section = sectionAt(range.start);
    if (roles[section] === 'purpose' || (sections[section]?.depth ?? 0) < 2) whole ??= budget;
    else found[section] ??= budget;
  }
  return { whole, sections: found };
}

function titleBudget(document: Document, sections: readonly SectionDraft[]): Budget | null {
  const title = sections.find(({ depth }) => depth === 1);
  return title !== undefined && HAS_AMOUNT.test(title.heading) ? budgetInHeading(document, title.heading, title.headingRange) : null;
}
