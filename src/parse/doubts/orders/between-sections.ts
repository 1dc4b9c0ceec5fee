import type { RootContent } from 'mdast';
import type { CommandDraft } from '../../blocks/index.ts';
import { type Document, isOrder, rangeOf } from '../../markdown/index.ts';
import type { SectionDraft } from '../../sections/index.ts';
import { sentencesOf } from '../../steps/index.ts';
import { ordersElse } from './asks-first.ts';
import { IN_ONE_CASE, NO_DEED_EITHER, SO, wordsOf } from './by-hand.ts';
import { type GateSources, isDone } from './gate-sources.ts';
import { EXPLAINS } from './gate-words.ts';
import { asksForPeople } from './people.ts';
import { NO_DEED_ALONE, NO_DEED_BELOW } from './person-verbs.ts';
import { fromTheOrder } from './plain-lead.ts';

/**
 * What is asked for by hand between the last block of a section and the first one of a later section: "Ask the owner." at the end of "Look" above "Restart", or a section of prose alone between the two.
 * The prose of a block's own section is read with that block.
 */
export function askedBetween({ document, drafts, sections, roles }: GateSources): CommandDraft['leads'] {
  const commands = drafts.filter((draft) => draft.kind === 'command');
  return commands.flatMap((draft, index) => {
    const before = commands[index - 1];
    const own = sections[draft.section];
    if (before === undefined || own === undefined || before.section === draft.section) return [];
    const known = [draft.code.text, own.heading, ...draft.leads.map(({ text }) => text)].join(' ');
    const between = sections.slice(before.section, draft.section).filter((section) => isDone(roles[section.index]) && !EXPLAINS.test(section.heading));
    return between.flatMap((section) => {
      const noDeed = section.index === before.section ? NO_DEED_BELOW : NO_DEED_ALONE;
      return paragraphsBelow(document, section, before.range.end).flatMap((node) => sentencesOf(document, node)).filter(({ text }) => asks(wordsOf(text), known, noDeed));
    }).slice(0, 1);
  });
}

/** Whether a sentence asks for people, or orders a deed of which nothing known speaks. What ends in a colon leads to something else, unless it is to decide. */
function asks(words: string, known: string, noDeed: ReadonlySet<string>): boolean {
  if (IN_ONE_CASE.test(words)) return false;
  const leads = words.trimEnd().endsWith(':');
  return words.split(SO).some((part) => {
    const order = fromTheOrder(part);
    const verb = isOrder(order) && !NO_DEED_EITHER.test(order) ? ordersElse(order, known) : null;
    return leads ? verb === 'decide' : asksForPeople(order) || (verb !== null && !noDeed.has(verb));
  });
}

function paragraphsBelow(document: Document, { nodes }: SectionDraft, offset: number): readonly RootContent[] {
  return nodes.filter((node) => node.type === 'paragraph' && (rangeOf(document, node)?.start ?? 0) >= offset);
}
