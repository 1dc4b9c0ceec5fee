import { readFileSync } from 'node:fs';

/** A step as `show --json` has it. */
export interface ShownStep {
  readonly id: string;
  readonly line: number;
  readonly included: boolean;
}

interface Sentence {
  readonly line: number;
  readonly text: string;
}

/** The sentences of a runbook outside its commands and tables, of the sections that are in. */
export class Sentences {
  private readonly all: readonly Sentence[];
  private readonly steps: ReadonlyMap<string, number>;

  constructor(path: string, steps: readonly ShownStep[]) {
    this.steps = new Map(steps.map(({ id, line }) => [id, line]));
    this.all = sentencesOf(readFileSync(path, 'utf8').split('\n'), steps);
  }

  /** What stands between two steps; from the beginning where there is none before. */
  between(before: string | null, step: string): readonly string[] {
    const from = before === null ? 0 : (this.steps.get(before) ?? 0);
    const to = this.steps.get(step) ?? 0;
    return this.all.filter(({ line }) => line > from && line < to).map(({ text }) => text);
  }
}

function sentencesOf(lines: readonly string[], steps: readonly ShownStep[]): readonly Sentence[] {
  const found: Sentence[] = [];
  let fence: string | null = null;
  let isFront = false;
  for (const [i, line] of lines.entries()) {
    const mark = /^\s*(?:>\s*)?(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (line === '---' && (i === 0 || isFront)) isFront = !isFront;
    else if (mark !== null) fence = fence === null ? mark : null;
    else if (fence === null && !isFront && !/^\s*\|/.test(line) && !isOut(i + 1, lines, steps)) found.push({ line: i + 1, text: line.replace(/<!--.*?-->/g, '').replace(/\]\([^)]*\)/g, ']').replace(/^\s*>?\s*\[![A-Z]+\]/, '').replace(/\[[ x]\]/, '') });
  }
  return found;
}

/** Whether a line belongs to a section of which no step is in the plan; its heading is shown. */
function isOut(line: number, lines: readonly string[], steps: readonly ShownStep[]): boolean {
  const headings = lines.flatMap((text, i) => (/^#{1,6} /.test(text) ? [{ line: i + 1, depth: text.indexOf(' ') }] : []));
  return headings.some(({ line: first, depth }) => {
    const next = headings.find((other) => other.line > first && other.depth <= depth)?.line ?? lines.length + 1;
    const own = steps.filter((step) => step.line > first && step.line < next);
    return line > first && line < next && own.length > 0 && own.every(({ included }) => !included);
  });
}
