import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { effectWords, type Section, spanAt, type Step, visibleLine } from '../model/index.ts';
import { type OpenText, rangeOf } from './texts/index.ts';

/** Sections as the headings nest them, each with its steps. */
export function documentSymbols(open: OpenText): DocumentSymbol[] {
  const { sections, steps } = open.runbook;
  const stepsOf = Map.groupBy(steps, ({ section }) => section);
  const childrenOf = Map.groupBy(sections, ({ parent }) => parent);
  const symbolsOf = (section: Section): DocumentSymbol[] => {
    const own = (stepsOf.get(section.index) ?? []).map((step) => stepSymbol(open, step));
    const below = (childrenOf.get(section.index) ?? []).flatMap(symbolsOf);
    return section.depth === 0 ? [...own, ...below] : [sectionSymbol(open, section, [...own, ...below])];
  };
  return (childrenOf.get(null) ?? []).flatMap(symbolsOf);
}

/** Its range holds all below it, as editors demand. */
function sectionSymbol(open: OpenText, { heading, role, span, headingSpan }: Section, children: DocumentSymbol[]): DocumentSymbol {
  const end = children.reduce((last, { range }) => Math.max(last, open.document.offsetAt(range.end)), span.end.offset);
  return { name: visibleLine(heading) || '(no heading)', detail: role, kind: SymbolKind.Namespace, range: rangeOf(open.document, spanAt(open.runbook.source, span.start.offset, end)), selectionRange: rangeOf(open.document, headingSpan), children };
}

function stepSymbol({ document }: OpenText, step: Step): DocumentSymbol {
  const range = rangeOf(document, step.span);
  const detail = step.kind === 'manual' ? 'by hand' : effectWords(step.effect);
  return { name: visibleLine(step.title) || step.id, detail: `${step.id} · ${visibleLine(detail)}`, kind: step.kind === 'manual' ? SymbolKind.Event : SymbolKind.Function, range, selectionRange: { start: range.start, end: range.start } };
}
