import { ALERT, type Block, isInside, type ListItem, oneLine, plainText, type Runbook, type Section, type Step } from '../../model/index.ts';
import { inlineSegments } from '../rows/inline-segments.ts';
import { drawn, segment, type Segment, textOf } from '../rows/rows.ts';
import type { DocumentBlock, Indent, PieceBlock, PlainBlock } from './document-block.ts';
import { frontMatterBlocks } from './front-matter-blocks.ts';

const flattened = new WeakMap<Runbook, readonly DocumentBlock[]>();

/** The whole runbook as blocks, from its first line to its last; made once. */
export function documentBlocks(runbook: Runbook): readonly DocumentBlock[] {
  const known = flattened.get(runbook);
  if (known !== undefined) return known;
  const made = new Flattening(runbook).blocks();
  flattened.set(runbook, made);
  return made;
}

/** Makes the blocks of one runbook; steps are found by the line they begin on. */
class Flattening {
  private readonly runbook: Runbook;
  private readonly byLine: ReadonlyMap<number, Step>;
  private readonly placed = new Set<string>();

  constructor(runbook: Runbook) {
    this.runbook = runbook;
    this.byLine = new Map(runbook.steps.map((step) => [step.span.start.line, step]));
  }

  blocks(): readonly DocumentBlock[] {
    const blocks = [...frontMatterBlocks(this.runbook), ...this.runbook.sections.flatMap((section) => this.sectionBlocks(section))];
    const [first, ...rest] = withOwnSamples(this.withUnplaced(blocks));
    return first === undefined ? [] : [{ ...first, gap: false }, ...rest];
  }

  /** Takes the step of a kind that begins on a line, so that it is shown only once. */
  private take(line: number, kind: Step['kind']): Step | null {
    const step = this.byLine.get(line);
    if (step === undefined || step.kind !== kind || this.placed.has(step.id)) return null;
    this.placed.add(step.id);
    return step;
  }

  private flatten(block: Block, indent: Indent): readonly DocumentBlock[] {
    const base = { ...indent, line: block.span.start.line };
    switch (block.type) {
      case 'paragraph': {
        const manual = this.take(base.line, 'manual');
        const words = { ...base, kind: 'words', segments: inlineSegments(block.children, [], this.isMetadata(block)) } as const;
        return manual === null ? [words] : [{ ...base, kind: 'manual', step: manual.id, children: [words] }];
      }
      case 'heading':
        return [{ ...base, kind: 'heading', depth: block.depth, text: textOf(inlineSegments(block.children)) }];
      case 'list':
        return this.list(block, indent);
      case 'code':
        return this.code(block, base);
      case 'table':
        return this.table(block, base);
      case 'quote':
        return this.quote(block, indent);
      case 'rule':
        return [{ ...base, kind: 'rule' }];
    }
  }

  private sectionBlocks(section: Section): readonly DocumentBlock[] {
    const base = { section: section.index, first: [], rest: [], gap: true };
    const heading = section.depth === 0 ? [] : [{ ...base, kind: 'heading', line: section.headingSpan.start.line, depth: section.depth, text: section.heading } as const];
    return [...heading, ...section.blocks.flatMap((block) => this.flatten(block, base))];
  }

  /** A quote has a bar before it; the bar of an alert has its colour, and its kind is written out, as is the label of a tab. */
  private quote({ children, tab, admonition, span }: Extract<Block, { type: 'quote' }>, indent: Indent): readonly DocumentBlock[] {
    const kind = admonition ?? alertOf(children[0]);
    const tone = kind !== null && MILD.has(kind) ? 'accent' : 'warn';
    const bar = drawn('│ ', kind === null ? 'muted' : tone);
    const inside: Indent = { section: indent.section, gap: true, first: [...indent.rest, bar], rest: [...indent.rest, bar] };
    const start: Indent = { ...inside, gap: indent.gap, first: [...indent.first, bar] };
    const label = (words: Segment): DocumentBlock => ({ ...start, line: span.start.line, kind: 'words', segments: [words] });
    const below = (): readonly DocumentBlock[] => children.flatMap((child) => this.flatten(child, inside));
    if (tab !== null) return [label(segment(tab, 'strong')), ...below()];
    const blocks = children.flatMap((child, i) => this.flatten(child, i === 0 ? start : inside));
    if (kind === null) return blocks;
    const [first, ...rest] = blocks;
    const role = bar.roles[0] ?? 'warn';
    // Where no words stand first, the kind is a row of its own.
    if (first?.kind !== 'words') return [label(segment(kind.toUpperCase(), 'strong', role)), ...blocks.map((block, i) => (i === 0 ? { ...block, first: inside.first } : block))];
    const [lead, ...words] = first.segments;
    const said = { text: (lead?.text ?? '').replace(ALERT, '').trimStart(), roles: lead?.roles ?? [] };
    return [{ ...first, segments: [segment(`${kind.toUpperCase()}: `, 'strong', role), said, ...words] }, ...rest];
  }

  private list(list: Extract<Block, { type: 'list' }>, indent: Indent): readonly DocumentBlock[] {
    const loose = list.items.some(({ children }) => children.length > 1);
    return list.items.flatMap((item, i) => this.item(item, { ...indent, gap: i === 0 ? indent.gap : loose, first: i === 0 ? indent.first : indent.rest }));
  }

  /** An item's marker stands before its first row. One that a person does is one block up to the first command in it. */
  private item(item: ListItem, indent: Indent): readonly DocumentBlock[] {
    const line = item.children[0]?.span.start.line;
    const manual = line === undefined ? null : this.take(line, 'manual');
    // The margin shows the progress of a step; an empty task box beside it would claim that it is still open.
    const marker = manual !== null && item.checked === false && item.number === null ? segment('') : markerOf(item);
    const blank = segment(' '.repeat(marker.text.length));
    const blocks = item.children.flatMap((child, i) =>
      this.flatten(child, { section: indent.section, gap: i === 0 ? indent.gap : child.type !== 'list', first: [...(i === 0 ? indent.first : indent.rest), i === 0 ? marker : blank], rest: [...indent.rest, blank] }),
    );
    if (manual === null) return blocks;
    const end = blocks.findIndex(({ kind }) => kind === 'piece' || kind === 'manual');
    const own = end === -1 ? blocks : blocks.slice(0, end);
    return [{ ...indent, line: line ?? 0, kind: 'manual', step: manual.id, children: plainOnly(own) }, ...blocks.slice(own.length)];
  }

  private code(block: Extract<Block, { type: 'code' }>, base: Indent & { readonly line: number }): readonly DocumentBlock[] {
    const step = this.take(base.line, 'command');
    if (step?.kind !== 'command') return [{ ...base, kind: 'shown', text: block.text }];
    return stepBlocks(step, base);
  }

  /** A table is one block; one of checks is opened, so that each command has its output below it. */
  private table(block: Extract<Block, { type: 'table' }>, base: Indent & { readonly line: number }): readonly DocumentBlock[] {
    const cells = (row: (typeof block.rows)[number]): PlainBlock => ({ ...base, gap: false, kind: 'table', header: [], rows: [row.map((cell) => inlineSegments(cell))] });
    const lineOf = (i: number): number => base.line + 2 + i;
    if (!block.rows.some((_, i) => this.byLine.has(lineOf(i)))) {
      return [{ ...base, kind: 'table', header: block.header.map((cell) => inlineSegments(cell, ['strong'])), rows: block.rows.map((row) => row.map((cell) => inlineSegments(cell))) }];
    }
    const commands = block.rows.map((row, i) => commandCell(row, this.byLine.get(lineOf(i)))).find((index) => index >= 0) ?? -1;
    return block.rows.flatMap((row, i): readonly DocumentBlock[] => {
      const line = lineOf(i);
      const told = (step: Step): readonly Segment[] => rowSegments(block.header, row, step, commands);
      const command = this.take(line, 'command');
      if (command?.kind === 'command') return [{ ...base, line, kind: 'words', segments: told(command) }, ...stepBlocks(command, { ...base, gap: false, line })];
      const manual = this.take(line, 'manual');
      if (manual === null) return [{ ...cells(row), line }];
      return [{ ...base, line, kind: 'manual', step: manual.id, children: [row.length > 2 ? { ...base, gap: false, line, kind: 'words', segments: told(manual) } : { ...cells(row), line }] }];
    });
  }

  /** Keys of metadata stand line by line; elsewhere a bare line end is a blank. */
  private isMetadata({ span }: Block): boolean {
    return this.runbook.metadata.entries.filter(({ span: entry, from }) => from === 'line' && isInside(entry, span)).length > 1;
  }

  /** Steps without a block of their own are added in the order of lines, so that no command is ever missing. */
  private withUnplaced(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
    const result = [...blocks];
    for (const step of this.runbook.steps.filter(({ id }) => !this.placed.has(id))) {
      const base = { section: step.section, line: step.span.start.line, first: [], rest: [], gap: true };
      const made = step.kind === 'command' ? stepBlocks(step, base) : [{ ...base, kind: 'manual' as const, step: step.id, children: plainOnly(step.text.flatMap((block) => this.flatten(block, base))) }];
      const at = result.findIndex(({ section, line }) => section > step.section || (section === step.section && line > base.line));
      result.splice(at === -1 ? result.length : at, 0, ...made);
    }
    return result;
  }
}

/** Kinds of alerts that warn of nothing. */
const MILD: ReadonlySet<string> = new Set(['note', 'tip', 'info', 'abstract', 'example', 'success', 'question', 'quote']);

/** The kind of a forge's alert, where a quote begins with one. */
function alertOf(first: Block | undefined): string | null {
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  return lead?.type === 'text' ? (ALERT.exec(lead.text)?.[1]?.toLowerCase() ?? null) : null;
}

function markerOf({ checked, number }: ListItem): Segment {
  const mark = checked === true ? '[x] ' : '[ ] ';
  const box = checked === null ? '' : mark;
  return drawn(number === null ? box || '• ' : `${number}. ${box}`, 'muted');
}

/** Blocks in which nothing runs, those of a manual step included. */
function plainOnly(blocks: readonly DocumentBlock[]): readonly PlainBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'piece') return [];
    return block.kind === 'manual' ? block.children : [block];
  });
}

/** The pieces of a command step; the last has the output that the file shows for it. */
function stepBlocks({ id, pieces, sampleOutput }: Extract<Step, { kind: 'command' }>, base: Indent & { readonly line: number }): readonly PieceBlock[] {
  const sample = sampleOutput === null || sampleOutput.trim() === '' ? null : sampleOutput;
  return pieces.map((piece, i): PieceBlock => ({ ...base, ...(piece.index === 0 ? {} : { first: base.rest, gap: true }), kind: 'piece', step: id, piece: piece.index, label: null, sample: i === pieces.length - 1 ? sample : null, ownSample: null }));
}

/** Sample output in a block of its own is shown there, below what leads to it. */
function withOwnSamples(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const shown = blocks.flatMap((block) => (block.kind === 'shown' ? [block.text.trimEnd()] : []));
  return blocks.map((block) => {
    if (block.kind !== 'piece' || block.sample === null) return block;
    const own = shown.reduce((text, other) => (`\n${text}`.endsWith(`\n${other}`) ? text.slice(0, text.length - other.length).trimEnd() : text), block.sample.trimEnd());
    return { ...block, ownSample: own === '' ? null : own };
  });
}

type Cells = Extract<Block, { type: 'table' }>['header'];

/** The cell of a row with the command that its step runs; -1 if none. */
function commandCell(row: Cells, step: Step | undefined): number {
  return step?.kind === 'command' ? row.findIndex((cell) => plainText(cell) === oneLine(step.code.text)) : -1;
}

/** A row of a table of steps or checks in a line, each cell after the head of its column; its name, and how a person does it, need none. The command itself stands below, in a block of its own. */
function rowSegments(header: Cells, row: Cells, step: Step, commands: number): readonly Segment[] {
  return row.flatMap((cell, index): readonly Segment[] => {
    const words = inlineSegments(cell);
    if (index === 0) return words.map(({ text, roles }) => ({ text, roles: [...roles, 'strong' as const] }));
    if (words.length === 0 || (index === commands && step.kind === 'command')) return [];
    const head = index === commands || plainText(cell) === step.title ? '' : plainText(header[index] ?? []).toLowerCase();
    return [segment('  '), ...(head === '' ? [] : [segment(`${head}: `, 'muted')]), ...words];
  });
}
