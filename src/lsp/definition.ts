import type { Location } from 'vscode-languageserver';
import { findRule } from '../lint/index.ts';
import { isMarkdownName, type Runbook, type Span, unescapedUri } from '../model/index.ts';
import { anchorsOf, holds, linkedFile, type OpenText, type OpenTexts, pinTextAt, rangeByLines, rangeOf, readLinked, ruleNameAt, slotAt, uriOf, variableAt, wordAt } from './texts/index.ts';
import type { EditorHost } from './host.ts';
import { pinLine } from './pin-page.ts';
import { PIN_WORDS } from './pin-words.ts';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
/** A path of a Markdown file in plain text. */
const BARE_PATH = /(?:[\w.@-]+\/)*[\w.@-]+\.(?:md|markdown)(?:#[\w-]+)?/g;

/** Where what stands at an offset is defined: a rule's page, that of pins, what a link leads to, a target's row, a parameter's first place. */
export function definitionAt(open: OpenText, texts: OpenTexts, host: EditorHost, offset: number): Location | null {
  const { runbook } = open;
  const rule = ruleNameAt(runbook, offset);
  if (rule !== null) return rulePage(rule.value, host);
  const pin = pinTextAt(runbook, offset);
  if (pin !== null && PIN_WORDS[pin.value] !== undefined && holds(pin.span, offset)) return pinPlace(pin.value, host);
  const href = linkAt(runbook, offset);
  if (href !== null) return linkTarget(href.href, href.bare, open, texts);
  const span = pinnedAt(runbook, offset) ?? slotDefinition(runbook, offset);
  return span === null ? null : { uri: open.document.uri, range: rangeOf(open.document, span) };
}

function rulePage(name: string, { rulePages }: EditorHost): Location | null {
  const rule = findRule(name);
  return rule === undefined ? null : { uri: new URL(`${rule.id}.md`, rulePages).href, range: TOP };
}

function pinPlace(name: string, { rulePages }: EditorHost): Location {
  const start = { line: pinLine(name), character: 0 };
  return { uri: new URL('pins.md', rulePages).href, range: { start, end: start } };
}

/** The address of the link at an offset: in Markdown, or a bare path in prose. */
function linkAt(runbook: Runbook, offset: number): { readonly href: string; readonly bare: boolean } | null {
  const link = runbook.structure.links.filter(({ span }) => holds(span, offset)).at(-1);
  if (link !== undefined) return { href: link.href, bare: false };
  const inCode = runbook.structure.fences.some(({ span }) => holds(span, offset));
  const path = inCode ? null : wordAt(runbook, offset, BARE_PATH);
  return path === null ? null : { href: path.value, bare: true };
}

function linkTarget(href: string, bare: boolean, open: OpenText, texts: OpenTexts): Location | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return null;
  const [target = '', anchor = ''] = href.split('#');
  const path = target.replace(/\?.*$/, '');
  if (path === '') {
    const place = placeOf(open.runbook, anchor);
    return place === null ? null : { uri: open.document.uri, range: rangeOf(open.document, place) };
  }
  const file = linkedFile(path, open, bare);
  if (file === null) return null;
  const linked = isMarkdownName(file.path) && anchor !== '' ? readLinked(file, texts) : null;
  const place = linked === null ? null : placeOf(linked, anchor);
  return { uri: uriOf(file), range: place === null ? TOP : rangeByLines(place) };
}

/** Where an anchor stands, which is written as in an address. */
function placeOf(runbook: Runbook, anchor: string): Span | null {
  const wanted = unescapedUri(anchor).toLowerCase();
  return anchorsOf(runbook).find(({ name }) => name.toLowerCase() === wanted)?.span ?? null;
}

/** What the value of a pin names: a target or a parameter. */
function pinnedAt(runbook: Runbook, offset: number): Span | null {
  if (pinTextAt(runbook, offset) === null) return null;
  const name = wordAt(runbook, offset, /[\w*.-]+/g)?.value ?? '';
  return targetSpan(runbook, name) ?? parameterSpan(runbook, name);
}

function slotDefinition(runbook: Runbook, offset: number): Span | null {
  const slot = slotAt(runbook, offset);
  if (slot?.kind === 'target') return targetSpan(runbook, slot.target);
  const name = slot?.parameter ?? variableAt(runbook, offset)?.value;
  return name === undefined ? null : parameterSpan(runbook, name);
}

function targetSpan({ targets }: Runbook, name: string): Span | null {
  return targets.find((target) => target.name === name)?.span ?? null;
}

/** Its pin in front matter, else where it is first used or described. */
function parameterSpan({ pins, parameters }: Runbook, name: string): Span | null {
  return pins.params.find((pin) => pin.name === name)?.span ?? parameters.find((parameter) => parameter.name === name)?.span ?? null;
}
