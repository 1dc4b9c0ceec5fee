import { type CodeRange, type CodeText, liesIn, lineStart, type Slot } from '../../model/index.ts';
import type { Binding } from './bind.ts';
import type { Refusal, Replacement } from '../types.ts';

/** A stretch of code with its slots filled. */
interface Filled {
  readonly code: CodeText;
  readonly replaced: readonly Replacement[];
  readonly missing: readonly string[];
  readonly refused: readonly Refusal[];
  /** Values of another target's row that could not be replaced. */
  readonly unbound: readonly string[];
}

/** The part of `code` in `range` with its slots filled; the line offsets still refer to the file. */
export function fillCode(code: CodeText, range: CodeRange, slots: readonly Slot[], bind: (slot: Slot) => Binding): Filled {
  const inside = slots.filter((each) => liesIn(each, range));
  const replaced: Replacement[] = [];
  const missing = new Set<string>();
  const unbound = new Set<string>();
  const refused: Refusal[] = [];
  const lines = new LineOffsets(code, range.start);
  let text = '';
  let at = range.start;
  for (const slot of inside) {
    if (slot.start < at) continue;
    const binding = bind(slot);
    if (binding.kind === 'missing') missing.add(binding.name);
    if (binding.kind === 'refused') refused.push({ name: binding.name, why: binding.why, span: slot.span });
    if (binding.kind === 'unbound') unbound.add(binding.literal);
    if (binding.kind !== 'replace') continue;
    text += lines.keep(at, slot.start);
    lines.skip(slot.start, slot.end);
    replaced.push({ start: text.length, end: text.length + binding.now.length, was: slot.literal, now: binding.now, because: binding.because, name: binding.name });
    text += binding.now;
    at = slot.end;
  }
  text += lines.keep(at, range.end);
  return { code: { text, lineOffsets: lines.offsets }, replaced, missing: [...missing], refused, unbound: [...unbound] };
}

/** Notes where each kept line begins in the file. */
class LineOffsets {
  readonly offsets: number[];
  #line: number;
  readonly #code: CodeText;

  constructor(code: CodeText, start: number) {
    this.#code = code;
    this.#line = countLines(code.text, 0, start);
    this.offsets = [(code.lineOffsets[this.#line] ?? 0) + start - lineStart(code.text, start)];
  }

  keep(start: number, end: number): string {
    for (let breaks = countLines(this.#code.text, start, end); breaks > 0; breaks--) {
      this.#line += 1;
      this.offsets.push(this.#code.lineOffsets[this.#line] ?? this.offsets.at(-1) ?? 0);
    }
    return this.#code.text.slice(start, end);
  }

  skip(start: number, end: number): void {
    this.#line += countLines(this.#code.text, start, end);
  }
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
