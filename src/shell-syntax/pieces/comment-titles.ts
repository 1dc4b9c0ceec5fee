import { SHELL_AGAIN } from '../sessions/index.ts';

const NUMBER = /^(?:step\s+)?(?:\d+(?:\.\d+)*[a-z]?|[a-z]|[ivx]+)[.):]\s+|^step\s+\d+\s*[-–—:]?\s+|^\(\d+\)\s+|^\d+(?:\.\d+)*\s+(?:[-–—]\s+)?(?=[A-Z])/i;
const ASIDE = /^shellcheck\s|^(?:note|nb|n\.b\.|warning|caution|important|tip|hint|todo|fixme|info|see|cf\.?|example|sample)\b\s*(?:[:=(]|output)/i;
/** Programs whose names are English words too: only options, paths or variables after them make them code. */
const ENGLISH: ReadonlySet<string> = new Set('find make kill watch test time cat cut sort split head tail top install touch which who man date set wait read echo less more host mail at join look for while if cd export go node service ping stop start restart run'.split(' '));

/** What follows the name of a program in a sentence about it: "kubectl needs …". */
const AFTER_A_NAME = /^(?:the|a|an|is|are|and|or|to|for|on|in|with|has|will|should|can|must|may|command|commands|image|container|cluster|client|uses?|needs?|does|was)$/i;

/** Longer comments are no titles. */
const MAX_TITLE = 300;

/** Whether a comment's text is numbered, as in `2. Roll back`. */
export function isNumbered(text: string): boolean {
  return /^(?:step\s+)?\d+(?:\.\d+)*[a-z]?[.):]\s+\S|^step\s+\d+\b|^\(\d+\)\s/i.test(text);
}

/** Whether a comment says what to do in a case: below what is expected it is no more of that, but speaks of what comes next. */
export function opensCase(text: string): boolean {
  return /^(?:If|Only if|Unless|Otherwise|Else|When|In case)\b/.test(text) || /^(?:if|only if|unless|otherwise|else|when|in case)\b.*:$/.test(text);
}

/** A comment's text as a title, without number, rulers and a final colon; `null` if it is not a title. */
export function titleText(text: string): string | null {
  if (text.length > MAX_TITLE) return null;
  const bare = text.replace(/^[\s#=*~_-]+|[\s#=*~_-]+$/g, '');
  const title = bare.replace(NUMBER, '').replace(/\s*:$/, '').trim();
  if (title === '' || /^(?:or|and|then|alternatively)$/i.test(title) || !/\p{L}/u.test(title) || ASIDE.test(title) || isCommentedCode(bare) || text.startsWith('!')) return null;
  return title;
}

/** Whether a comment is a command that somebody commented out, rather than words about one. */
export function isCommentedCode(text: string): boolean {
  if (/^(?:\$ |[A-Za-z_]\w*=\S|\/[\w-]+\/|\.\/|[{}[\]<|&;]|- ?[\w-]+: )/.test(text) || /\s\\$/.test(text)) return true;
  if (/^(?:fi|done|esac|then|else)$/.test(text)) return true;
  const [first = '', second = ''] = text.split(/\s+/);
  const isCodeLike = /\s--?[A-Za-z][\w-]*(?:\s|=|$)|\s\||[^\s]\/\S+\/|\$[A-Za-z_{(]|>\s*\S+$/.test(text);
  if (!/^[a-z][\w.-]*$/.test(first) || second === '') return false;
  if (ENGLISH.has(first)) return isCodeLike;
  return SHELL_AGAIN.has(first) && (isCodeLike || !AFTER_A_NAME.test(second));
}
