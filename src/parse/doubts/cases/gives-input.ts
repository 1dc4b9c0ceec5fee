import { beginningWith } from '../../../model/index.ts';
import type { CommandDraft } from '../../blocks/index.ts';
import { fromFirstWord } from '../plain-words.ts';

/** "Save it as `prices.csv`." */
const PUTS = beginningWith('save|store|put|place|download|upload', /^(?:save|store|put|place|download|upload)\s[^`:]*\s(?:as|to|in|into|at|under)\s(?:the\s)?(?:file\s)?`(?<file>[^`\s]+)`[^:]*$/i);
/** Programs that may be what puts it there. */
const WRITES = /^(?:curl|wget|cp|mv|scp|rsync|sftp|tee|dd|ln|touch|install|git|aws|az|gcloud|gsutil|mc|rclone|s3cmd|tar|unzip|gunzip|openssl|ssh-keygen|mkdir)$/;
/** Options behind which stands what is written. */
const OUTPUT = /^(?:-[oOwf]|--?(?:out|output|output-file|outfile|file|dest|destination|target)(?:=.*)?)$/;

/** Whether the sentence that leads to a block has a file put somewhere that the block reads and does not write: that is done by hand. */
export function givesInput(lead: string, { shell: { commands } }: Pick<CommandDraft, 'shell'>): boolean {
  const file = PUTS.exec(fromFirstWord(lead))?.groups?.['file'];
  if (file === undefined || commands.some(({ name }) => WRITES.test(name))) return false;
  return commands.some(({ args }) => args.some(({ value }, index) => value !== null && (value === file || value.endsWith(`/${file}`)) && !OUTPUT.test(args[index - 1]?.raw ?? '')));
}
