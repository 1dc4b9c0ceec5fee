import { createHash } from 'node:crypto';
import { html, Markup } from './markup.ts';
import { BASE_STYLE } from './base-style.ts';

/** The parts of a page. */
interface Page {
  readonly title: string;
  /** CSS of this kind of page, in addition to the shared style. */
  readonly style: string;
  /** The only script that may run; `''` if none may. */
  readonly script: string;
}

/** The start of a page, up to its body. Its policy forbids fetching, and allows only the script and the style named by hash. */
export function pageStart({ title, style, script }: Page): string {
  const css = `${BASE_STYLE}${style}`;
  const policy = ["default-src 'none'", `style-src ${hashOf(css)}`, `script-src ${script === '' ? "'none'" : hashOf(script)}`, "base-uri 'none'", "form-action 'none'"].join('; ');
  const head = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(css)}</style>
</head>
<body>
`;
  return head.text;
}

/** The end of a page. */
export function pageEnd({ script }: Page): string {
  return `${script === '' ? '' : `<script>${script}</script>\n`}</body>\n</html>\n`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
