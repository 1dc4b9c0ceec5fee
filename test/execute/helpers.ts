import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RunEvent } from '../../src/events/index.ts';
import { type OpenRun, openRun, type PieceResult, type RunSession } from '../../src/execute/index.ts';
import { parseRunbook } from '../../src/parse/index.ts';
import { EMPTY_REQUEST, planRun, type PlanRequest } from '../../src/plan/index.ts';

export interface TestSession {
  readonly session: RunSession;
  readonly home: string;
  /** The folder of runs, locks and kept rows. */
  readonly state: string;
  readonly events: readonly RunEvent[];
}

/** A session over a runbook's text, in folders of the test's own. */
export async function sessionOf(markdown: string, options: Partial<OpenRun> & { readonly request?: Partial<PlanRequest> } = {}): Promise<TestSession> {
  const home = mkdtempSync(join(tmpdir(), 'runbook-session-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const env = { PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8', ...options.env };
  const path = join(home, 'deploy.md');
  writeFileSync(path, markdown);
  const { plan } = planRun(parseRunbook(markdown, 'deploy.md'), { ...EMPTY_REQUEST, environment: env, ...options.request });
  const state = join(home, 'state');
  const events: RunEvent[] = [];
  const session = await openRun({
    plan,
    path,
    operator: 'kim',
    mode: 'unattended',
    version: '0.0.0',
    state,
    cwd: home,
    timeoutMs: null,
    pipefail: false,
    force: false,
    terminal: null,
    listener: (event) => void events.push(event),
    ...options,
    env,
  });
  onTestFinished(() => session.close().catch(() => undefined));
  return { session, home, state, events };
}

/** A runbook with one bash block per text. */
export function blocks(...codes: readonly string[]): string {
  return `# Deploy\n\n## Steps\n\n${codes.map((code, index) => `Do part ${index + 1}:\n\n\`\`\`bash\n${code}\n\`\`\`\n`).join('\n')}`;
}

/** Runs every piece of every step, whatever each comes to. */
export async function runAll({ session, events }: TestSession): Promise<{ readonly results: readonly PieceResult[]; readonly stdout: string; readonly stderr: string }> {
  const results: PieceResult[] = [];
  for (const { step, pieces } of session.plan.steps) {
    for (const { piece } of pieces) {
      const result = await session.runPiece(step.id, piece.index);
      results.push(result);
      if (result.endsBlock) break;
    }
  }
  const text = { stdout: '', stderr: '' };
  for (const event of events) if (event.type === 'output') text[event.stream] += event.text;
  return { results, ...text };
}
