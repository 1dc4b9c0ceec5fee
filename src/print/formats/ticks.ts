/** More backticks than any run of them in a text: what the text cannot close. */
export function ticksAround(text: string, least: number): string {
  return '`'.repeat(Math.max(least, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length + 1)));
}
