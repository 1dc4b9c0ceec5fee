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
    ['the title of a link that is the order', `[Restart it](#web "Only for the old rack"):\n\n${RESTART}`, 'Only for the old rack'],
    ['a time alone', `[Restart it](https://wiki.test/web "After the freeze only"):\n\n${RESTART}`, 'After the freeze only'],
    ['a footnote', `Restart it[^1]:\n\n${RESTART}\n\n[^1]: It has two. Only if the queue is empty.`, 'Only if the queue is empty.'],
    ['a block of plain text', `'''text\nOnly when the queue is empty.\n'''\n\nRestart it:\n\n${RESTART}`, 'Only when the queue is empty.'],
    ['a quote further up', `> Only when the queue is empty.\n\nThe web has two disks.\n\nRestart it:\n\n${RESTART}`, 'Only when the queue is empty.'],
    ['the name of the block', "Restart it:\n\n'''sh {name=optional-restart}\nsystemctl restart web\n'''", 'optional restart'],
    ['what it prints first', "Restart it:\n\n'''sh\necho \"Only continue if the queue is empty\"\nsystemctl restart web\n'''", 'Only continue if the queue is empty'],
    ['what the block before prints last', `'''sh\necho 'Only continue if the queue is empty'\n'''\n\nRestart it:\n\n${RESTART}`, 'Only continue if the queue is empty'],
    ['a footnote of the heading', `### Restart it[^1]\n\n${RESTART}\n\n[^1]: Never by day.`, 'Never by day.'],
    ['a cell', `| What | When |\n|---|---|\n| Restart | only if the queue is empty |\n\nRestart it:\n\n${RESTART}`, 'only if the queue is empty'],
    ['the beginning of a paragraph further up', `Only when the queue is empty.\n\nIt has two disks.\n\nRestart it:\n\n${RESTART}`, 'Only when the queue is empty.'],
    ['one in a mark of Confluence, below a step by hand', `1. Drain it.\n\n{warning}Only when the queue is empty.{warning}\n\nRestart it:\n\n${RESTART}`, 'Only when the queue is empty.'],
    ['a caption', `Restart it:\n\n${RESTART}\n\n*Only for webs of the old rack*`, 'Only for webs of the old rack'],
    ['a sentence below it', `Restart it:\n\n${RESTART}\n\nThis must only be done when the queue is empty.`, 'This must only be done when the queue is empty.'],
    ['an order to skip it below it', `Restart it:\n\n${RESTART}\n\nSkip this step if the queue is full.`, 'Skip this step if the queue is full.'],
    ['a comment below that points up', "Restart it:\n\n'''sh\nsystemctl restart web\n# ^ only when the queue is empty\n'''", '# ^ only when the queue is empty'],
    ['words behind the language', "Restart it:\n\n'''sh # only if empty\nsystemctl restart web\n'''", '# only if empty'],
    ['a command that does nothing', "Restart it:\n\n'''sh\n: 'only if the queue is empty'\nsystemctl restart web\n'''", 'only if the queue is empty'],
    ['a comment of a script that it hands over', "Restart it:\n\n'''sh\nssh web1 <<'EOF'\n# only if the queue is empty\nsystemctl restart web\nEOF\n'''", 'only if the queue is empty'],
    ['a bullet above that says when', `- Only on the maintenance day\n- Restart it:\n\n  ${RESTART.replaceAll('\n', '\n  ')}`, 'Only on the maintenance day'],
    ['a label that is a sentence', `**Hanging webs.** Restart them:\n\n${RESTART}`, 'Hanging webs.'],
    ['an appendix', `Appendix: commands for the vendor\n\n${RESTART}`, 'Appendix: commands for the vendor'],
    ['a comment of HTML below it', `Restart it:\n\n${RESTART}\n\n<!-- only if the queue is empty -->`, 'only if the queue is empty'],
    ['the title of a link that names who has a say', `See [the freeze](f.md "Only with the word of the lead"). Restart it:\n\n${RESTART}`, 'Only with the word of the lead'],
    ['a block of comments', `Restart it:\n\n'''sh\n# only if the queue is empty\n'''\n\n${RESTART}`, '# only if the queue is empty'],
    ['a comment that goes on', "'''sh\n# Restart it,\n# but only if the queue is empty\nsystemctl restart web\n'''", '# but only if the queue is empty'],
    ['what an outer heading begins with', `## Webs\n\nOnly needed after an upgrade.\n\n### Restart\n\n${RESTART}`, 'Only needed after an upgrade.'],
    ['a box that is ticked', `- [x] Restart it\n\n  ${RESTART.replaceAll('\n', '\n  ')}`, '[x] Restart it'],
  ])('%s', (_, text, found) => expect(words(text)).toEqual([found]));

  it.each([
    ['a pin', `<!-- runbook: name=restart -->\n\nRestart it:\n\n${RESTART}`],
    ['a comment on the file', `<!-- markdownlint-disable MD013 -->\n\nRestart it:\n\n${RESTART}`],
    ['a picture of how it looks', `![The queue in Grafana](queue.png)\n\nRestart it:\n\n${RESTART}`],
    ['the title of a link that is about the page', `See [the docs](docs.md "Only in German"). Restart it:\n\n${RESTART}`],
    ['the same for its readers', `Restart it as [the manual](manual.md "Only for members") says:\n\n${RESTART}`],
    ['the same for the curious', `The [ticket](t.md "Only if you want to know more") has the story. Restart it:\n\n${RESTART}`],
    ['a footnote that explains', `Restart it[^1]:\n\n${RESTART}\n\n[^1]: The web reads its keys at the start.`],
    ['what a command is given', "Restart it:\n\n'''sh\necho \"only if empty\" | mail ops\nsystemctl restart web\n'''"],
    ['what is said in a branch', "Restart it:\n\n'''sh\nif ! test -f q; then echo \"Only if empty\"; exit 1; fi\nsystemctl restart web\n'''"],
    ['what is printed after it', "Restart it:\n\n'''sh\nsystemctl restart web\necho \"If it hangs, call us\"\n'''"],
    ['a cell that says how long it takes', `| What | Takes |\n|---|---|\n| Restart | only a minute |\n\nRestart it:\n\n${RESTART}`],
    ['a sentence below it that says what comes of it', `Restart it:\n\n${RESTART}\n\nThis should not take long. If it does not come back, call the vendor.`],
    ['a caption that names it', `Restart it:\n\n${RESTART}\n\n*Listing 3: restart of the web*`],
    ['what is used in its place', `Instead of \`web\`, use the name of yours.\n\nRestart it:\n\n${RESTART}`],
    ['what a block is labelled', "Restart it:\n\n'''sh copy title=\"web\"\nsystemctl restart web\n'''"],
    ['a comment of a file that it writes', "Restart it:\n\n'''sh\ncat > web.conf <<'EOF'\n# only if you use TLS\nport = 80\nEOF\n'''"],
    ['a bullet above that tells how long it takes', `- Takes a minute\n- Restart it:\n\n  ${RESTART.replaceAll('\n', '\n  ')}`],
    ['a box that is not', `- [ ] Restart it\n\n  ${RESTART.replaceAll('\n', '\n  ')}`],
    ['an outer heading that tells how long it takes', `## Restart the webs\n\nTakes ten minutes.\n\n### Restart\n\n${RESTART}`],
    ['a comment that tells more', "'''sh\n# Restart it,\n# the proxy comes up by itself\nsystemctl restart web\n'''"],
    ['a comment for those who write', `<!-- If you change this, update the wiki too. -->\n\nRestart it:\n\n${RESTART}`],
    ['a case with a deed of its own', `> Optional: keep a second terminal open.\n\nIt has two disks.\n\nRestart it:\n\n${RESTART}`],
    ['what to do if it hangs', "Restart it:\n\n'''sh\necho \"If it hangs, press Ctrl-C\"\nsystemctl restart web\n'''"],
    ['a name that begins with only', "Restart it:\n\n'''sh {name=only-webs}\nsystemctl restart web\n'''"],
    ['a cell of one word', `| Option | Meaning |\n|---|---|\n| --force | optional |\n\nRestart it:\n\n${RESTART}`],
    ['what is said of optional parts', `## Restart the webs\n\nOptional parts are marked with a star.\n\n### Restart\n\n${RESTART}`],
    ['a sentence below it with "only in"', `Restart it:\n\n${RESTART}\n\nOnly in rare cases does it take longer.`],
  ])('and not: %s', (_, text) => expect(words(text)).toEqual([]));
});
