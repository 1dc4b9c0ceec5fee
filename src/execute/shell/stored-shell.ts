import { renameSync, writeFileSync } from 'node:fs';
import { shellStateFile } from '../../state/index.ts';
import { readLeft, removeLeft } from './left-behind.ts';
import { fromBinary, type ShellState } from './shell-state.ts';

/** Stores the shell state, without secret variables, for a process that resumes the run. Returns what is stored now, to be passed in next time. */
export function saveShellState(folder: string, state: ShellState, stored: string, name?: string): string {
  const path = shellStateFile(folder, name);
  const text = JSON.stringify(state);
  if (text === stored) return stored;
  try {
    removeLeft(`${path}.new`);
    writeFileSync(`${path}.new`, text, { mode: 0o600, flag: 'wx' });
    renameSync(`${path}.new`, path);
    return text;
  } catch {
    // The run can go on without it; the journal, on the same disk, will report the trouble.
    return '';
  }
}

/** The shell state in which a run was left, or `null`. */
export function loadShellState(folder: string, name?: string): ShellState | null {
  try {
    const value: unknown = JSON.parse(storedText(shellStateFile(folder, name)));
    return typeof value === 'object' && value !== null && 'directory' in value && 'variables' in value ? (value as ShellState) : null;
  } catch {
    return null;
  }
}

const MOST_STATE = 200_000_000;

function storedText(path: string): string {
  return fromBinary(readLeft(path, MOST_STATE).text);
}
