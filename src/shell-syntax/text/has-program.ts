/** Whether one of some programs is called on a line. */
export function hasProgram(line: string, is: (name: string) => boolean): boolean {
  return [...line.matchAll(/(?:^|[\s|;&(])(?<program>[a-z]+)(?=\s)/g)].some(({ groups }) => is(groups?.['program'] ?? ''));
}
