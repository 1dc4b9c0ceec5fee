import { PIN_WORDS } from './pin-words.ts';

/** Every pin of a block with what it says, as a page beside those of the rules. */
export function pinPage(): string {
  return ['# Pins', '', 'Before a block, `<!-- runbook: name=value -->`, or in its fence, `{name=value}`.', '', ...Object.entries(PIN_WORDS).flatMap(([name, says]) => [pinHeading(name), '', `${says.replace(/<[^>]+>/g, '`$&`')}.`, ''])].join('\n');
}

/** The line, from 0, at which the page speaks of a pin. */
export function pinLine(name: string): number {
  return pinPage().split('\n').indexOf(pinHeading(name));
}

const pinHeading = (name: string): string => `## ${name}`;
