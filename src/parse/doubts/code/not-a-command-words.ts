import { KEY_STROKE } from '../../blocks/index.ts';

/** First words that are no command's name: what programs print, keys of YAML, options without their command, dates, dots alone, cmdlets. */
export const NO_NAME: readonly RegExp[] = [
  /^[A-Za-z][\w.-]*:$/,
  /^[\w.-]+,$/,
  /^-/,
  /^[A-Z]{3,}\[\d+\]/,
  /^\[?\d{4}[-/]\d\d[-/]\d\d/,
  /^\[?\d{1,2}:\d\d(?::\d\d)?/,
  /^[IWEF]\d{4}$/,
  /^\[?(?:\.{3,}|…)\]?$/,
  /^\d+(?:\.\d+)?%?$/,
  // When to run, in a crontab.
  /^(?:\*(?:\/\d+)?|@(?:reboot|hourly|daily|midnight|weekly|monthly|yearly|annually))$/,
  /^(?:Error|ERROR|Warning|WARNING|WARN|INFO|DEBUG|FATAL|Note|NOTE)\b/,
  /^[=*~_-]{3,}$/,
  KEY_STROKE,
  // The head of a part of a settings file: `[default]`.
  /^\[[A-Za-z][\w.-]+\]$/,
  // A line of `ls -l`.
  /^[dlbcps][rwx-]{2}[rwxsStT-]{7}[+.@]?$/,
  // PowerShell.
  /^(?:Get|Set|New|Remove|Select|Start|Stop|Restart|Test|Write|Read|Import|Export|Invoke|ConvertTo|ConvertFrom|Where|ForEach|Add|Clear|Copy|Move|Out|Install|Enable|Disable|Connect|Wait)-[A-Z][A-Za-z]+$/,
];

/** A line of a log as syslog writes it: `Oct 18 19:39:36 web-1 …`. */
export const LOG_LINE = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+\d\d:\d\d/;

/** A line of a settings file: `region = eu-west-1`. */
export const SETTING = /^[A-Za-z_][\w.-]*\s=(?:\s|$)/;

/** What says that lines are left out here, and is no placeholder. */
export const LEFT_OUT = /^<(?:snip|snipped|omitted|cut|\.{3}|…)>$/i;

/** A capital, then words of English: "The pods are restarted by the operator". */
export const SENTENCE = /^[A-Z][a-z']+(?:,)?\s+(?:[\w',()/.-]+\s+){0,6}?(?:the|is|are|was|were|should|will|be|been|has|have|your|you|this|that|these|with|from|into)\b/;

/** The head of a table that a program printed: words in capitals alone. */
export const TABLE_HEAD = /^[A-Z][A-Z0-9_()%/-]*(?:[ \t]+[A-Z][A-Z0-9_()%/-]*)+[ \t]*$/;

/** A row of one: three columns or more, two blanks or more between them, and nothing that only a command has. */
export const TABLE_ROW = /^[^\s|&;$"'`\\=]+(?:(?:[ \t]{2,}|\t)(?!-)[^\s|&;$"'`\\=-][^\s|&;$"'`\\=]*(?: (?!-)[^\s|&;$"'`\\=-][^\s|&;$"'`\\=]*)*){2,}[ \t]*$/;
