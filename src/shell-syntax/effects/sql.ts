import { type Effect, isStronger } from '../../model/index.ts';
import { CHANGING_PARTS, DESTROYING_FUNCTIONS, LOOKING_META, READING_FUNCTIONS, STATEMENTS } from './sql-words.ts';

/** What a text of SQL does, with the words of it that say so. */
export interface SqlEffect {
  readonly effect: Effect;
  readonly word: string;
}

/** Strings (also dollar-quoted), quoted names and comments. */
const TEXTS = /'(?:[^'\\]|''|\\.)*'|"(?:[^"]|"")*"|`[^`]*`|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|(?<=^|\s)#[^\n]*/g;
const DESTROYING_WORDS = /^(?:\w+\s+(?:from|table|database|schema|index|column|view|user|role|if|owned|system|full|materialized|keyspace|\d+)\b|\w+)/;

/** The strongest of a text's statements; one that cannot be told is `unknown`, so is a text without any. */
export function sqlEffect(text: string): SqlEffect {
  // Servers differ in what a backslash in a string means: nothing after one is taken for a string. A backquote after psql's own command runs a program.
  const uncertain = /'[^']*\\'/.test(text) || /\\[^\n]*`/.test(text);
  let strongest: SqlEffect | null = null;
  for (const statement of statements(text)) {
    const found = statementEffect(statement);
    if (strongest === null || isStronger(found.effect, strongest.effect)) strongest = found;
  }
  if (strongest === null) return { effect: 'unknown', word: 'SQL' };
  return uncertain && strongest.effect !== 'destroys' ? { effect: 'unknown', word: strongest.word } : strongest;
}

/** What stands for a quoted name, a comment or a text while statements are told apart. */
function standIn(match: string): string {
  if (/^["`]/.test(match)) return 'name';
  return /^(?:--|\/\*|#)/.test(match) ? ' ' : "''";
}

function statements(text: string): readonly string[] {
  const code = text.replace(TEXTS, standIn);
  return code
    .split(/;|\\G\b|(?=\\[a-z!?])|(?<=\\[a-z!?][^\n]*)\n/i)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

function statementEffect(statement: string): SqlEffect {
  if (/^[\\.]/.test(statement)) return { effect: LOOKING_META.test(statement) ? 'reads' : 'unknown', word: statement.split(/\s/)[0] ?? statement };
  const lower = statement.toLowerCase().replace(/^\(+\s*/, '');
  const [, effect] = STATEMENTS.find(([begins]) => begins.test(lower)) ?? [null, 'unknown' as const];
  const word = (DESTROYING_WORDS.exec(lower)?.[0] ?? 'SQL').length;
  const words = statement.replace(/^\(+\s*/, '').slice(0, word === 0 ? 20 : word).replace(/\s+/g, ' ');
  return effect === 'reads' ? queryEffect(lower, statement, words) : { effect, word: words };
}

/** A query reads where nothing in it changes and every function that it calls is known. */
function queryEffect(lower: string, statement: string, word: string): SqlEffect {
  for (const [part, effect] of CHANGING_PARTS) {
    const match = part.exec(lower);
    if (match !== null) return { effect, word: match[0].replace(/\s+/g, ' ') };
  }
  let unknown: string | null = null;
  for (const [, name = ''] of lower.matchAll(/([a-z_][\w.]*)\s*\(/g)) {
    const base = name.replace(/^.*\./, '');
    if (DESTROYING_FUNCTIONS.test(base)) return { effect: 'destroys', word: base };
    if (!READING_FUNCTIONS.has(base)) unknown ??= base;
  }
  return unknown === null || /^show\b/.test(statement) ? { effect: 'reads', word } : { effect: 'unknown', word: unknown };
}

/** Methods of a document database's shell that only look. */
const READING_CALLS = new Set(
  'find findOne count countDocuments estimatedDocumentCount distinct aggregate explain stats status conf config serverStatus hello isMaster ismaster getCollectionNames getCollectionInfos getCollection getSiblingDB getMongo getName getUsers getRoles getIndexes currentOp printReplicationInfo printSecondaryReplicationInfo printSlaveReplicationInfo totalSize storageSize dataSize dbStats hostInfo version buildInfo listCommands sort limit skip pretty toArray forEach map print printjson tojson itcount size hasNext next db rs sh ISODate ObjectId Date NumberLong getReplicationInfo getProfilingStatus JSON.stringify stringify keys length filter join toString getSecondaryOk setSecondaryOk slaveOk secondaryOk readPref projection hint isBalancerRunning getBalancerState'.split(' '),
);
const DESTROYING_CALLS = /^(?:drop\w*|delete\w*|remove\w*|update\w*|replace\w*|findAndModify|findOneAnd\w+|bulkWrite|rename\w*|shutdownServer|stepDown|freeze|reconfig|initiate|add|addArb|killOp|killCursors|fsyncLock|fsyncUnlock|createUser|createRole|changeUserPassword|grant\w*|revoke\w*|setFeatureCompatibilityVersion|compact|reIndex|stopBalancer|startBalancer|moveChunk|movePrimary|shardCollection|enableSharding|convertToCapped|setProfilingLevel)$/;

/** What JavaScript for a document database's shell does. */
export function scriptEffect(text: string): SqlEffect {
  const code = text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
  let unknown: string | null = null;
  for (const [, name = ''] of code.matchAll(/([\w$]+)\s*\(/g)) {
    if (DESTROYING_CALLS.test(name)) return { effect: 'destroys', word: name };
    if (!READING_CALLS.has(name)) unknown ??= name;
  }
  if (unknown !== null || /\$(?:out|merge|where|function|accumulator)\b/.test(text) || /[`[]|(?<![=!<>])=(?![=>])/.test(code)) return { effect: 'unknown', word: unknown ?? 'script' };
  return /^\s*(?:show\s+\w+|use\s+\w+|it|exit|quit)?\s*$/.test(code) || /\(/.test(code) ? { effect: 'reads', word: 'query' } : { effect: 'unknown', word: 'script' };
}
