import { shortcomings } from '../../events/index.ts';
import { choiceWords } from '../words/choice-words.ts';
import { exactDuration } from '../words/durations.ts';
import type { Happening } from './types.ts';

/** An event that belongs to no step, in one line. */
export function happeningWords(event: Happening): string {
  switch (event.type) {
    case 'run-started':
      return `${event.resumed === true ? 'Resumed' : 'Started'} by ${event.operator} on ${event.host}`;
    case 'section-chosen':
      return `Chosen for ${event.name}: ${choiceWords(event)}, by ${event.who}`;
    case 'parameter-set':
      return `${event.name} is ${event.value}${event.was === undefined ? '' : `, was ${event.was}`}${event.who === undefined ? '' : `, said ${event.who}`}`;
    case 'note':
      return `${NOTES[event.level]}: ${event.text}`;
    case 'run-finished': {
      const but = event.counts === undefined ? '' : shortcomings(event.counts);
      return `Ended as ${event.status}${but === '' ? '' : ` with ${but}`} after ${exactDuration(event.durationMs)}${event.reason === '' ? '' : `: ${event.reason}`}`;
    }
  }
}

/** The name of a note, by its level. */
export const NOTES = { operator: 'Note', warning: 'Warning', info: 'Info' } as const;
