/** Whether a file is Markdown, as its name says. */
export function isMarkdownName(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkd)$/i.test(path);
}
