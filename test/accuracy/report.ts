import { type Finding, type Judgement, KINDS, type Mark } from './mark.ts';
import { type Figures, percent, type Share, shareText } from './tally.ts';

/** The table of right and wrong, as Markdown. */
export function figuresTable(figures: Figures): string {
  const { needlessDoubts, silentDanger, lost, needlessLabels, kinds, files } = figures;
  const rows = KINDS.map((kind) => row([kind, kinds[kind].right, kinds[kind].of - kinds[kind].right, `${percent(kinds[kind]).toFixed(1)} %`]));
  return [
    `${files} answers: **silent danger ${silentDanger}**, **needless doubts ${heldText(needlessDoubts)}** (and ${needlessLabels} more for a missing label), **lost ${lost}**`,
    '',
    row(['kind', 'right', 'wrong', 'share']),
    row(['---', '---:', '---:', '---:']),
    ...rows,
  ].join('\n');
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function heldText({ right, of }: Share): string {
  return `${of - right} of ${of} pieces`;
}

/** Every difference of the files, as `file:line: …`. */
export function differences(judgements: readonly Judgement[]): string {
  const lines = judgements.flatMap(({ marks, findings }) => [...findings.map(findingLine), ...marks.filter(({ right }) => !right).map(markLine)]);
  return lines.map((line) => `${line}\n`).join('');
}

function findingLine({ kind, file, line, text }: Finding): string {
  return `${file}:${line}: ${kind.toUpperCase()}: ${text}`;
}

function markLine({ kind, file, line, wanted, found }: Mark): string {
  return `${file}:${line}: ${kind}: wanted ${short(wanted)}, found ${short(found)}`;
}

function short(text: string): string {
  const folded = text.replace(/\s+/g, ' ');
  return folded.length > 90 ? `${folded.slice(0, 89)}…` : folded;
}

/** One line a file, the worst first. */
export function worstFiles(judgements: readonly Judgement[], names: readonly string[]): string {
  const shares = judgements.map(({ marks }, index) => ({ name: names[index] ?? '', right: marks.filter(({ right }) => right).length, of: marks.length }));
  return shares.sort((a, b) => percent(a) - percent(b)).map((share) => `${shareText(share).padStart(24)}  ${share.name}\n`).join('');
}
