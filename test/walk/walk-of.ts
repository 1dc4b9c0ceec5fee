import type { AmbientContext } from '../../src/context/index.ts';
import type { RunEvent } from '../../src/events/index.ts';
import type { Doubt, Runbook } from '../../src/model/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun, type PlanRequest } from '../../src/plan/index.ts';
import { createWalk, type Prompt, type Reply, type ReplyResult, type Walk, type WalkOptions } from '../../src/walk/index.ts';
import { FakeSession } from './fake-session.ts';

interface WalkOfOptions extends Partial<Pick<WalkOptions, 'approvals' | 'asksToEnd' | 'production' | 'unattended'>> {
  readonly request?: Partial<PlanRequest>;
  readonly context?: () => readonly AmbientContext[];
  /** Makes the run one that is gone on with. */
  readonly earlier?: readonly RunEvent[];
  /** Puts a doubt on a piece, as the reader would. */
  readonly doubt?: { readonly step: string; readonly piece?: number } & Partial<Doubt> & Pick<Doubt, 'kind' | 'answers'>;
  readonly row?: boolean;
  /** `false`: somebody else begins it. */
  readonly begin?: boolean;
}

/** A reply without the id of the prompt that it answers. */
export type Said = Reply extends infer R ? (R extends Reply ? Omit<R, 'to'> : never) : never;

/** A walk over a runbook's text and a machine without a shell, and what to drive it with. */
export class TestWalk {
  readonly walk: Walk;
  readonly rows: (readonly string[])[] = [];
  session: FakeSession | null = null;
  readonly ended: ReturnType<Walk['begin']>;
  readonly asked: Prompt[] = [];

  constructor(markdown: string, options: WalkOfOptions = {}) {
    const runbook = withDoubt(parseRunbook(markdown, { path: 'r.md' }), options.doubt);
    const { plan } = planRun(runbook, { ...EMPTY_REQUEST, ...options.request });
    this.walk = createWalk({
      plan,
      operator: 'kim',
      ids: 'w',
      production: options.production ?? null,
      ...(options.approvals === undefined ? {} : { approvals: options.approvals }),
      ...(options.asksToEnd === undefined ? {} : { asksToEnd: options.asksToEnd }),
      resumed: options.earlier !== undefined,
      unattended: options.unattended ?? null,
      machine: {
        open: async (chosen) => (this.session = new FakeSession(chosen, options.earlier ?? [])),
        missingPrograms: () => [],
        context: () => options.context?.() ?? [],
        row:
          options.row !== true
            ? null
            : {
                prepare: async () => ({ path: 'r.md', columns: ['Date', 'Outcome'], cells: [{ column: 'Date', value: '2026-05-14', open: false, suggestions: [], above: '' }, { column: 'Outcome', value: '—', open: true, suggestions: ['fine'], above: 'fine' }], unknown: [], unsaid: false }),
                write: async (_, cells) => {
                  this.rows.push(cells);
                  return { status: 'written', text: cells.join(' | '), said: 'written', complete: true };
                },
                decline: async () => undefined,
              },
      },
    });
    this.walk.subscribe((change) => {
      if (change.kind === 'prompt') this.asked.push(change.prompt);
    });
    this.ended = options.begin === false ? new Promise(() => undefined) : this.walk.begin();
  }

  /** Resolves once something is asked, or runs without an end. */
  async now(): Promise<Prompt> {
    for (let turn = 0; turn < 200 && this.walk.prompt === null; turn++) await Promise.resolve();
    if (this.walk.prompt === null) throw new Error('nothing is asked');
    return this.walk.prompt;
  }

  /** Waits until a piece runs. */
  async runs(): Promise<NonNullable<Walk['running']>> {
    for (let turn = 0; turn < 200 && this.walk.running === null; turn++) await Promise.resolve();
    if (this.walk.running === null) throw new Error('nothing runs');
    return this.walk.running;
  }

  async say(said: Said): Promise<ReplyResult> {
    const { id } = await this.now();
    return this.walk.reply({ ...said, to: id } as Reply);
  }

  /** Says all of them, each of which must be taken, and gives what is asked then. */
  async after(...replies: readonly Said[]): Promise<Prompt> {
    for (const said of replies) {
      const result = await this.say(said);
      if (result.status === 'refused') throw new Error(`${said.kind} was refused at ${this.walk.prompt?.kind ?? 'nothing'}: ${result.why}`);
    }
    return this.now();
  }

  /** The run's events without what differs between runs. */
  get events(): readonly RunEvent[] {
    return this.session?.events ?? [];
  }

  ofType<T extends RunEvent['type']>(type: T): readonly Extract<RunEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);
  }
}

function withDoubt(runbook: Runbook, doubt: WalkOfOptions['doubt']): Runbook {
  if (doubt === undefined) return runbook;
  const { step: id, piece: index = 0, ...rest } = doubt;
  const made: Doubt = { text: 'Only if the check fails', line: 7, section: null, block: false, settledBy: null, answer: null, ...rest };
  return { ...runbook, steps: runbook.steps.map((step) => (step.id !== id || step.kind !== 'command' ? step : { ...step, pieces: step.pieces.map((piece) => (piece.index === index ? { ...piece, doubts: [made] } : piece)) })) };
}

/** A runbook with a section and a block for each code; a text in square brackets is a step by hand. */
export function runbookOf(...codes: readonly string[]): string {
  return `# Made up\n\n${codes.map((code, index) => `## Part ${index + 1}\n\n${code.startsWith('[') ? `1. ${code.slice(1, -1)}.\n` : `\`\`\`bash\n${code}\n\`\`\`\n`}`).join('\n')}`;
}
