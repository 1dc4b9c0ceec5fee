import { describe, expect, it } from 'vitest';
import { commands, read } from './read.ts';

const block = (code: string): string => `'''sh\n${code}\n'''\n`;
const told = (text: string): readonly string[] => read(text).diagnostics.filter(({ rule }) => rule === 'merge-conflict').map(({ message, span }) => `${span.start.line}: ${message}`);
const held = (text: string): readonly string[] => commands(read(text)).map(({ pieces: [piece] }) => piece!.doubts.map(({ kind, text: words }) => `${kind} ${words}`).join());

describe('a merge that was not finished', () => {
  const text = `# Restart\n\n## Do\n\n<<<<<<< HEAD\nLook at it:\n\n${block('ls a')}=======\n${block('ls b')}>>>>>>> other\n\nLook:\n\n${block('ls c')}`;
  it('is told', () => expect(told(text)).toEqual(['5: a merge was not finished: two versions of the same lines stand from "<<<<<<< HEAD" through line 15']));
  it('holds the blocks of both versions, whatever they do', () => expect(held(text)).toEqual(['conditional <<<<<<< HEAD', 'conditional <<<<<<< HEAD', '']));
  it('holds a command that would write the marks', () => expect(held(`# X\n\n## Do\n\n${block('cat > a.conf <<EOF\n<<<<<<< HEAD\na=1\n=======\na=2\n>>>>>>> other\nEOF')}`)).toEqual(['conditional <<<<<<< HEAD']));
  it('is none that is shown', () => {
    const shown = `# X\n\n## Do\n\nGit shows:\n\n'''text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n'''\n\nLook:\n\n${block('ls')}`;
    expect(told(shown)).toEqual([]);
    expect(held(shown)).toEqual(['']);
  });
});
