import { terminal, workspace } from './helpers/index.ts';
import type { Terminal, TerminalOptions } from './helpers/index.ts';

/** A walk over a runbook of its own, in a folder of its own. */
export function walk(text: string, options: TerminalOptions & { readonly args?: readonly string[] } = {}): { readonly screen: Terminal; readonly folder: ReturnType<typeof workspace> } {
  const folder = workspace({ 'r.md': text });
  return { folder, screen: terminal(['run', 'r.md', ...(options.args ?? [])], { cwd: folder.path, ...options }) };
}

/** Waits for a text, and for the keys to count: what has just come up answers none for a moment. */
export async function press(screen: Terminal, wanted: string | RegExp, keys: string): Promise<void> {
  await screen.waitFor(wanted);
  await screen.waitFor(/Enter \w|y yes|a accept|P passed|m done|x stop|l leave|Esc close(?: {2}↑↓ scroll)?$|Esc back|↑↓ mark|^\$ /m);
  screen.type(keys);
}

/** The framed command, once it can run. */
export function framed(command: string): RegExp {
  return new RegExp(`[│|] +${command.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^]*Enter run`);
}

/** Leaves the ended walk. */
export async function end(screen: Terminal): Promise<number> {
  await press(screen, 'Enter leave', '\r');
  return screen.exit();
}

/** A runbook with a section and a block for each code. */
export function steps(...codes: string[]): string {
  return `# R\n\n${codes.map((code, i) => `## Step ${i + 1}\n\n\`\`\`bash\n${code}\n\`\`\`\n`).join('\n')}`;
}
