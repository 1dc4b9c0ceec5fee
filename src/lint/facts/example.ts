/** The Markdown of an example: removes the template's common indentation, and turns `'''` into a code fence. */
export function markdown(template: string): string {
  const lines = template.replace(/^\n/, '').replace(/\n[ ]*$/, '\n').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n').replaceAll("'''", '```');
}
