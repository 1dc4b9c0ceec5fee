import { describe, expect, it } from 'vitest';
import { commands, read } from '../../read.ts';

const RESTART = "'''sh\nsystemctl restart web\n'''";

/** The words that hold the last piece, below another step. */
const words = (text: string): readonly string[] => commands(read(`# Patch the web\n\n## Steps\n\nPatch it:\n\n'''sh\napt-get -y upgrade\n'''\n\n${text}\n`)).at(-1)!.pieces.at(-1)!.doubts.map((doubt) => doubt.text);

describe('words beside a command that lead to nothing and limit it', () => {
  it.each([
    ['a comment of HTML', `Restart it:\n\n<!-- Do not run yet. -->\n\n${RESTART}`, 'Do not run yet.'],
    ['one above what leads to it', `<!-- only if the queue is empty -->\n\nRestart it:\n\n${RESTART}`, 'only if the queue is empty'],
    ['a picture', `![Only when the queue is empty](queue.png)\n\n${RESTART}`, 'Only when the queue is empty'],
    ['the title of a link', `Restart it by [the rules](rules.md "Only when the queue is empty"):\n\n${RESTART}`, 'Only when the queue is empty'],
    ['a footnote', `Restart it[^1]:\n\n${RESTART}\n\n[^1]: It has two. Only if the queue is empty.`, 'Only if the queue is empty.'],
    ['a block of plain text', `'''text\nOnly when the queue is empty.\n'''\n\nRestart it:\n\n${RESTART}`, 'Only when the queue is empty.'],
    ['a quote further up', `> Only when the queue is empty.\n\nThe web has two disks.\n\nRestart it:\n\n${RESTART}`, 'Only when the queue is empty.'],
    ['the name of the block', "Restart it:\n\n'''sh {name=optional-restart}\nsystemctl restart web\n'''", 'optional restart'],
    ['what it prints first', "Restart it:\n\n'''sh\necho \"Only continue if the queue is empty\"\nsystemctl restart web\n'''", 'Only continue if the queue is empty'],
    ['what the block before prints last', `'''sh\necho 'Only continue if the queue is empty'\n'''\n\nRestart it:\n\n${RESTART}`, 'Only continue if the queue is empty'],
  ])('%s', (_, text, found) => expect(words(text)).toEqual([found]));

  it.each([
    ['a pin', `<!-- runbook: name=restart -->\n\nRestart it:\n\n${RESTART}`],
    ['a comment on the file', `<!-- markdownlint-disable MD013 -->\n\nRestart it:\n\n${RESTART}`],
    ['a picture of how it looks', `![The queue in Grafana](queue.png)\n\nRestart it:\n\n${RESTART}`],
    ['a footnote that explains', `Restart it[^1]:\n\n${RESTART}\n\n[^1]: The web reads its keys at the start.`],
    ['what a command is given', "Restart it:\n\n'''sh\necho \"only if empty\" | mail ops\nsystemctl restart web\n'''"],
    ['what is said in a branch', "Restart it:\n\n'''sh\nif ! test -f q; then echo \"Only if empty\"; exit 1; fi\nsystemctl restart web\n'''"],
    ['what is printed after it', "Restart it:\n\n'''sh\nsystemctl restart web\necho \"If it hangs, call us\"\n'''"],
  ])('and not: %s', (_, text) => expect(words(text)).toEqual([]));
});
