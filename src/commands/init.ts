import { constants, existsSync, statSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { errorCode, ExitCode, isMarkdownName, oneLine, RunbookError } from '../model/index.ts';
import { gitUserName } from '../programs/index.ts';
import { newRunbook, WHEN_NOT_SAID } from './init-template.ts';
import { canAsk } from './asking/can-ask.ts';
import { askOffering, questionsOf } from './asking/questions.ts';
import type { CommandRun } from './command-line/parsed-args.ts';

/** `runbook init [file]`: writes a new runbook that lints clean and runs. In a terminal it asks for what was not given. Never overwrites a file. */
export const run: CommandRun = async (args, io) => {
  const questions = canAsk(io) ? questionsOf(io, 'nothing is written') : null;
  const ask = async (label: string, offered: string): Promise<string> => (questions === null ? offered : askOffering(questions, label, offered));
  const [given] = args.positionals;
  if (given === undefined && questions === null) throw new RunbookError({ what: 'init needs <file>', advice: 'runbook init runbooks/first.md' });
  const file = given ?? (await ask('File', 'runbooks/first.md'));
  const path = resolve(io.cwd, file);
  if (!isMarkdownName(file)) throw new RunbookError({ what: `cannot write ${file}`, why: 'a runbook is a Markdown file', advice: `runbook init ${file}.md` });
  if (existsSync(path)) throw alreadyThere(file);
  const asked = async (name: string, label: string, offered: string): Promise<string> => oneLine(args.text(name) ?? (await ask(label, offered)));
  const title = await asked('title', 'Title', titleFrom(file));
  const owner = await asked('owner', 'Owner', (await gitUserName(existingFolder(path))) ?? io.env['USER'] ?? 'owner');
  const when = await asked('when', 'Use it when', WHEN_NOT_SAID);
  await writeNew(path, file, newRunbook({ title, owner, when, today: new Date().toISOString().slice(0, 10) }));
  io.stdout.write(`wrote ${file}\n  runbook run ${file}    walks through it\n  runbook lint ${file}   checks it\n`);
  return ExitCode.done;
};

async function writeNew(path: string, shown: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o666);
    await handle.writeFile(text).finally(() => handle.close());
  } catch (error) {
    const code = errorCode(error);
    if (existsSync(path)) throw alreadyThere(shown);
    if (code === 'EEXIST' || code === 'ENOTDIR') throw new RunbookError({ what: `cannot write ${shown}`, why: 'its folder would be in the place of a file', advice: 'name a file that is not there yet' });
    throw new RunbookError({ what: `cannot write ${shown}`, why: code, advice: 'name a file in a folder that you may write', cause: error });
  }
}

function alreadyThere(shown: string): RunbookError {
  return new RunbookError({ what: `cannot write ${shown}`, why: 'it already exists', advice: 'choose another name' });
}

/** The nearest existing folder, in which git is asked for its user. */
function existingFolder(path: string): string {
  const folder = dirname(path);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true || folder === path ? folder : existingFolder(folder);
}

function titleFrom(file: string): string {
  const words = basename(file).replace(/\.[^.]+$/, '').replace(/[-_]+/g, ' ').trim();
  return words === '' ? 'Runbook' : words[0]?.toUpperCase() + words.slice(1);
}
