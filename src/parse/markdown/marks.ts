/** Markdown of one line without its marks: a link is its words. */
export function stripMarks(text: string): string {
  if (!/[[<`*_~\\]/.test(text)) return text.trim();
  return text
    .replace(/!?\[(?<words>[^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$<words>')
    .replace(/!?\[(?<words>[^\]]+)\]\[[^\]]*\]/g, '$<words>')
    .replace(/<(?<url>[a-z][a-z\d+.-]*:[^<>\s]+|[^<>\s@]+@[^<>\s]+)>/gi, '$<url>')
    .replace(/(?<ticks>`+)(?<code>[\s\S]*?[^`])\k<ticks>(?!`)/g, '$<code>')
    .replace(/(?<![\w*])\*\*(?=\S)([^*]*?\S)\*\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])__(?=\S)([^_]*?\S)__(?![\w_])/g, '$1')
    .replace(/(?<![\w*])\*(?=\S)([^*]*?\S)\*(?![\w*])/g, '$1')
    .replace(/(?<![\w_])_(?=\S)([^_]*?\S)_(?![\w_])/g, '$1')
    .replace(/~~([^~]+)~~/g, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .trim();
}

/** The address of a text that is one link, or `null`. */
export function linkAddress(text: string): string | null {
  return /^\[[^\]]*\]\(\s*<?(?<url>[^)\s>]+)>?(?:\s+"[^"]*")?\s*\)$/.exec(text.trim())?.groups?.['url'] ?? null;
}

/** Splits a list value at `·`, `,` and `;`, never inside brackets, parentheses or backquotes. Offsets are into the text. */
export function splitList(text: string): readonly { readonly text: string; readonly start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let depth = 0;
  let code = false;
  let from = 0;
  const add = (end: number): void => {
    const part = text.slice(from, end);
    if (part.trim() !== '') parts.push({ text: part.trim(), start: from + part.length - part.trimStart().length });
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '`') code = !code;
    else if (!code && (char === '(' || char === '[')) depth++;
    else if (!code && (char === ')' || char === ']')) depth = Math.max(0, depth - 1);
    else if (!code && depth === 0 && (char === '·' || char === '•' || ((char === ',' || char === ';') && !/\d/.test(text.charAt(at + 1))))) {
      add(at);
      from = at + 1;
    }
  }
  add(text.length);
  return parts;
}
