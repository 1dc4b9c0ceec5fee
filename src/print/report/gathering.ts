import type { RunEvent, StepStarted } from '../../events/index.ts';
import type { Attempt } from './attempts.ts';
import type { Happening, Moment, StoryStep } from './types.ts';

type Gathered = Omit<StoryStep, 'standing' | 'number'>;
type Growing = { -readonly [K in keyof Gathered]: K extends 'moments' ? Moment[] : Gathered[K] };

/** Groups the events of a run by the piece that they are about; the rest concern the run itself. */
export class Gathering {
  readonly happenings: Happening[] = [];
  private readonly pieces = new Map<string, Growing>();
  /** The latest piece of each step, to which notes are attached. */
  private readonly latest = new Map<string, Growing>();
  private readonly byStart: ReadonlyMap<StepStarted, Attempt>;

  constructor(attempts: readonly Attempt[]) {
    this.byStart = new Map(attempts.map((attempt) => [attempt.started, attempt]));
  }

  /** In the order in which they were reached. */
  get steps(): readonly Gathered[] {
    return [...this.pieces.values()];
  }

  add(event: RunEvent): void {
    switch (event.type) {
      case 'step-started':
        return this.begin(event);
      case 'confirmed':
      case 'doubt-settled':
      case 'doubt-reopened':
        this.at(event.step, event.piece).moments.push(event);
        return;
      case 'step-skipped': {
        const piece = this.at(event.step, event.piece ?? 0);
        // Its id stands there until something says its title: a doubt may have been settled first.
        if (piece.title === event.step) piece.title = event.title ?? piece.title;
        piece.moments.push(event);
        return;
      }
      case 'note': {
        const piece = event.step === undefined ? undefined : this.latest.get(event.step);
        if (piece === undefined) this.happenings.push(event);
        else piece.moments.push(event);
        return;
      }
      case 'parameter-set':
        // Values given at the start are listed among the facts.
        if (event.who !== undefined || event.was !== undefined) this.happenings.push(event);
        return;
      case 'run-started':
      case 'section-chosen':
      case 'run-finished':
        this.happenings.push(event);
        return;
      default:
    }
  }

  private begin(event: StepStarted): void {
    const piece = this.at(event.step, event.piece);
    const attempt = this.byStart.get(event);
    piece.title = event.title;
    if (event.effect !== undefined) piece.effect = { effect: event.effect, word: event.effectWord ?? '' };
    if (attempt !== undefined) piece.moments.push({ type: 'attempt', attempt });
  }

  private at(step: string, piece: number): Growing {
    const key = `${step}\0${piece}`;
    const known: Growing = this.pieces.get(key) ?? { step, piece, anchor: `step-${step}${piece === 0 ? '' : `.${piece + 1}`}`, title: step, effect: null, moments: [] };
    this.pieces.set(key, known);
    this.latest.set(step, known);
    return known;
  }
}
