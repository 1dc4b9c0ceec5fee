import { type Runbook, spanAt } from '../../model/index.ts';
import { markdown } from '../facts/index.ts';
import { type Finding, textRule } from '../rule.ts';

export const emptyLink = textRule({
  id: 'empty-link',
  severity: 'warning',
  summary: 'A link leads nowhere, or is written so that it is none.',
  scope: 'markdown',
  docs: {
    why: 'It shows as plain text or as a link to this same page; the reader finds out in the middle of the incident. `[text](address)` is a link, `[text][name]` one where `[name]: address` stands in the file.',
    bad: { get text() { return markdown(`
      # Diagnose

      See [the dashboard]() and [the log][log].
    `); } },
    good: { get text() { return markdown(`
      # Diagnose

      See [the dashboard](https://dash.example.com) and [the log][log].

      [log]: https://log.example.com
    `); } },
  },
  check: (runbook) => [...withoutAddress(runbook), ...writtenWrong(runbook)],
});

function withoutAddress({ structure }: Runbook): readonly Finding[] {
  return structure.links.filter(({ kind, href }) => kind === 'link' && href.trim() === '').map(({ text, span }) => ({ message: `the link "${text}" has no address`, span }));
}

/** Shapes of links that are none, and what to say of each. */
const SHAPES: readonly { readonly pattern: RegExp; readonly says: (words: string, address: string) => string }[] = [
  { pattern: /(?<![\w\]!\\$])\[(?<words>[^[\]\n]+)\]\[(?<address>[^[\]\n]+)\]/g, says: (words, name) => `"${words}" is no link: no line "[${name}]: …" says where it leads` },
  { pattern: /\((?<words>[^()\n]+)\)\[(?<address>https?:\/\/[^\]\s]+|[\w./-]+\.(?:md|html?)(?:#[\w-]*)?|#[\w-]+)\]/g, says: (words, address) => `round and square brackets are the wrong way round; expected [${words}](${address})` },
  { pattern: /(?<![\w\]!\\])\[(?<words>(?![ xX]\])[^[\]\n]+)\][ \t]+\((?<address>https?:\/\/[^()\s]+|[\w./-]+\.md(?:#[\w-]*)?)\)/g, says: (words, address) => `a blank parts the text from the address; expected [${words}](${address})` },
  { pattern: /(?<![\w\]!\\])\[(?<words>[^[\]\n]+)\]\((?<address>(?:#[\w-]+(?: [\w.-]+)+|[\w./-]+(?: [\w./-]+)+\.md)(?:#[\w-]*)?)\)/g, says: (words, address) => `an address ends at its first blank, so this is no link; expected [${words}](${address.startsWith('#') ? address.toLowerCase().replaceAll(' ', '-') : `<${address}>`})` },
  { pattern: /(?<![\w\]!\\])\[(?<words>(?<address>[\w.-]*\/[\w./-]+\.md(?:#[\w-]+)?))\](?![[(:])/g, says: (_, address) => `a path in square brackets is no link; expected [text](${address})` },
];

function writtenWrong({ structure, source }: Runbook): readonly Finding[] {
  const known = new Set(structure.links.filter(({ kind }) => kind === 'definition').map(({ text }) => text.toLowerCase()));
  return structure.texts.flatMap(({ value, span }) =>
    !value.includes('[') ? [] : SHAPES.flatMap(({ pattern, says }) =>
      [...value.matchAll(pattern)].flatMap((match) => {
        const { words = '', address = '' } = match.groups ?? {};
        const start = span.start.offset + match.index;
        const isLink = structure.links.some((link) => link.text !== link.href && link.span.start.offset < start + match[0].length && start < link.span.end.offset);
        // A footnote or a list of choices is no link.
        return isLink || known.has(address.toLowerCase()) || address.startsWith('^') ? [] : [{ message: says(words, address), span: spanAt(source, start, start + match[0].length) }];
      }),
    ),
  );
}
