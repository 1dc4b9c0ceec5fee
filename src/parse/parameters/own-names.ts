import { lineAt, lineStart } from '../../model/index.ts';

/** What gives a name to something new. */
const CREATES = '(?:create|run|init|new|install|--install|clone|mkdir|useradd|adduser|createdb|createuser|mb|(?:repo|remote)\\s+add|checkout\\s+-b|switch\\s+-c|build\\s+-t)';
/** Longer lines are looked at around the name only. */
const AROUND = 300;

/** Whether a file itself says what a name is of: it makes the thing, or a manifest, a table or a heading has it. */
export function isNamedIn(text: string, name: string): boolean {
  const shapes = namings(name);
  let seen = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, Math.max(seen, at + name.length))) {
    const line = lineAt(text, at);
    const isLong = line.length > 2 * AROUND;
    const shown = isLong ? text.slice(Math.max(0, at - AROUND), at + AROUND) : `${goesOnFrom(text, at)}${line}`;
    if (shapes.some((shape) => shape.test(shown))) return true;
    // What has been looked at need not be for the same name once more.
    seen = isLong ? at + AROUND - name.length : lineStart(text, at) + line.length;
  }
  return false;
}

/** The lines above that a line goes on from, as one. */
function goesOnFrom(text: string, at: number): string {
  const above = text.slice(Math.max(0, at - AROUND), lineStart(text, at));
  return (/(?:^|\n)(?<lines>(?:[^\n]*\\\n)+)$/.exec(above)?.groups?.['lines'] ?? '').replace(/\\\n/g, ' ');
}

function namings(name: string): readonly RegExp[] {
  const value = `["'\`*]*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`;
  const shapes = [
    // `docker run --name my-app`, `kubectl create namespace my-ns`, `az group create -n my-rg`, `aws eks create-cluster --name my-cluster`.
    `(?<![\\w-])(?:create(?:-[a-z-]+)?|run|init|new|install|launch|clone)\\s.*--name[ =]${value}`,
    `(?<![\\w-])${CREATES}(?:\\s+-{1,2}[\\w-]+(?:=\\S+)?)*(?:\\s+[a-z]+){0,2}\\s+${value}`,
    `\\baz\\s.*\\screate\\s.*-n\\s+${value}`,
    `\\screate-(?<thing>[a-z-]+)\\s.*--\\k<thing>(?:-(?:name|identifier|id))?[ =]${value}`,
    // `name: my-app` of a manifest, `container_name: my-app`, `"name": "my-app"`.
    `^[\\s>"'{,-]*(?:[A-Za-z]+[_.-])*name["']?\\s*(?::|\\s=)\\s*${value}`,
    // A cell, a heading.
    `\\|\\s*${value}[\`*]*\\s*\\|`,
    `^\\s*#{1,6}\\s.*(?<![\\w-])${value}`,
  ];
  return shapes.map((shape) => new RegExp(shape));
}
