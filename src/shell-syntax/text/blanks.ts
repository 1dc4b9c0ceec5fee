import type { CodeRange } from '../../model/index.ts';
import { commandBefore } from './braces.ts';
import { hasProgram } from './has-program.ts';
import { namesSetting } from './names-setting.ts';
import { PATTERN_PROGRAMS } from './placeholder-words.ts';
import type { PlaceholderHit } from './placeholder.ts';

/** Words in brackets: `[reason]`, `[project name]`; after another word they are an index or a set of letters. */
const BRACKETS = /(?<=(?:^|[\s"'=:/,@(]|%[\da-f]{2})-?)\[(?<label>[A-Za-z][A-Za-z_]*(?:[ -][A-Za-z_]+)*)\](?![*+?{[(=:\]\w])/gim;
/** Brackets that mark a line of a log, an optional part, or what a build is to leave out. */
const MARKS = /^(?:info|warn|warning|error|err|debug|trace|notice|fatal|ok|done|pass|passed|fail|failed|success|note|todo|wip|skip|skipped|dry[ -]run|ci skip|skip ci|no ci|options?|flags?|args|global|default|main|client|server|mysqld?)$/i;
/** What is given as a message: `-m "`, `--title="`, `"text": "`. */
const MESSAGE = /(?:\s-m|--(?:message|title|subject|body|text|comment|description|summary|notes?)|["'](?:message|msg|title|subject|text|body|comment|description|summary)["']\s*:)[\s=]*$/;
const PRINTED = /(?:^|[\s;&|(])(?:echo|printf)\s+(?:-\w+\s+)?$/;
/** A set of letters, shorter than any word that is asked for: `[abc]`. */
const SHORTEST = 4;
/** Short ones that are asked for all the same. */
const SHORT = /^(?:PID|IP|ID|ENV|POD|APP|TAG|SHA|URL)$/;

/** Upper case that ends as the name of a value or of a thing does: `SHOP_NAME`, `GKE_LB_IP`, `FAILED_POD`, `OLD-KEY-ID`. */
const UPPER_CASE = /(?<![\w$%{}\\.\-[])(?:[A-Z][A-Z\d]*(?:-[A-Z\d]+)*-(?:ID|NAME|HOST|IP|NODE|POD|SERVER|INSTANCE|CLUSTER|BUCKET)(?![\w-])|[A-Z][A-Z\d]*(?:_[A-Z\d]+)*_(?:ID|NAME|HOST|URL|KEY|IP|IPS|ADDRESS|ADDR|DOMAIN|ARN|EMAIL|UUID|SHA|NODE|POD|SERVER|INSTANCE|CLUSTER|BUCKET|CONTAINER|NAMESPACE|TO_[A-Z]+))(?![\w=[({-]|["']?\s*[:=]|\.\w+\()/g;
/** What a thing is called that has no name yet: `delete pod PODNAME`, `kill PID`, `s3://x/TENANT/`, `app:TAG`. */
const THINGS = 'ACCOUNT|APP|BRANCH|BUCKET|CLUSTER|COMMIT|CONTAINER|CUSTOMER|DATABASE|DEPLOYMENT|DIRECTORY|ENVIRONMENT|FILENAME|FOLDER|HOST|HOSTNAME|IMAGE|INSTANCE|JOB|NAMESPACE|NODE|ORG|ORGANIZATION|PID|POD|PROJECT|QUEUE|REGION|RELEASE|REVISION|SERVER|SERVICE|SNAPSHOT|SPACE|SUBSCRIPTION|TABLE|TAG|TENANT|TOPIC|USER|USERNAME|VOLUME|ZONE';
const THING = new RegExp(String.raw`(?<=[\s/:@,]|[\w-]=)["']?(?<label>(?<=[:@=]["']?)(?:NEW_|OLD_)?VERSION|(?:(?:OLD|NEW|TARGET|SOURCE|FAILED|BAD|GOOD)[-_]?)?(?:${THINGS})(?:[-_]?(?:NAME|ID))?)(?=["'\s/:@,;&|)]|\.[a-z]|$)`, 'gm');
/** One of many that are counted, its number left out: `osd.ID`. */
const COUNTED = /(?<=\s(?<label>[a-z]{2,12})\.)(?:ID|NUM|NUMBER)(?=\s|$)/gm;
/** A name between signs that no shell knows: `%POD%`, `@POD@`, `__POD__`. */
const SIGNED = /(?<![\w%@$-])(?<sign>%|@|__)(?<label>[A-Z][A-Z\d]*(?:_[A-Z\d]+)*)\k<sign>(?!\w)/g;
/** The number of a version or of a revision by letters: `v1.X.Y`, `X.Y.Z`, `--to-revision=N`. */
const BY_LETTERS = /(?<=[\s/:@=-])v?(?:\d+\.|[Xx]\.)*[XY]\.[YZ](?![\w.])|(?<=\s--[\w-]+=)[NX](?=\s|$)/gm;
/** What an option is given in upper case: `-u USERNAME`, `--host=HOSTNAME`; `-o NAME` names a column. */
const GIVEN = /(?<=\s(?!(?:-[oOkDXe]|--(?:output|columns?|fields?|sort|sort-by|format|key|env|build-arg|method|request|type|level|mode|eval))[ =])--?[A-Za-z][\w-]*[ =])(?:USERNAME|USER|PASSWORD|HOSTNAME|NAMESPACE|PROJECT|BUCKET|CLUSTER|ENVIRONMENT|REGION|INSTANCE|DATABASE|TOKEN)(?=\s|$)/gm;
/** A bucket that has no name yet: `s3://BUCKET/path`. */
const BUCKET = /(?<=\b(?:gs|s3):\/\/)(?:[A-Z]+_)*BUCKET(?:_NAME)?(?=[/\s"']|$)/gm;
/** What stands in place of a name or a date: `-u username`, `backup_year-month-day.tar.gz`. */
const PLAIN = /(?<=\s(?:-u|-U|--user|--username)[ =])username(?=\s|$)|(?<=[\w-][_-])year([-_]?)month\1day(?![a-z])/gm;
/** A date by the letters of its parts: `shop-YYYYMMDD.tar.gz`. */
const DATE = /(?<![A-Za-z])YYYY([-_.]?)MM\1DD(?:[-_T ]?HH([-_:]?)MM(?:\2SS)?)?(?![A-Za-z])/g;
/** The moment in the name of a file: `orders_TIMESTAMP.sql.gz`. */
const MOMENT = /(?<=(?<![$%{\w.-])[a-z][\w./-]*[a-z\d][_-])(?:TIMESTAMP|DATETIME|DATE)(?=[._-][a-z]|[\s"']|$)/gm;
/** What makes such letters the format of a date. */
const DATE_FORMAT = /to_char|to_date|to_timestamp|format|strftime|\bdate\b/i;
/** A disk that has no name yet: `/dev/DISK`, `/dev/sdX1`. */
const DISK = /(?<=\/dev\/)(?:(?<label>[A-Z]{3,})|(?:sd|vd|hd|xvd)[XYZ]\d?|nvme(?:X(?:n\w)?|\dn[XY])(?:p\w)?)(?![\w/])/g;
/** One of many machines, its number left out: `web-0X`, `rackXXX`. */
const NUMBERED = /(?<=[\s@/])[a-z][a-z-]*(?:-|\d+|(?<=node|host|server|worker))X{1,2}(?=[\s/:,]|$)|(?<=[\s@=])[a-z]{2,20}-?X{3}(?=[\s:,]|$)/gm;
/** What a name or an id is of: `drain node-name`, `docker rm container_id`. */
const OWNER = 'node|pod|app|cluster|host|service|instance|namespace|release|deployment|database|db|bucket|container|volume|project|server|vm|queue|topic|stack|domain|pvc?|secret|job|image|branch|user|table|snapshot|backup|index|role|policy|function|rule|repo|repository|registry|device|disk|network|task|consumer|schema';
/** A name by what it is the name of: `drain node-name`, `delete pod pod-name-here`. */
const NAME_OF = new RegExp(`(?<=[\\s"'/@])(?:(?:${OWNER})[-_]name(?:[-_]here)?(?=[\\s"':/]|$)|(?:${OWNER})[-_]id(?=\\s|$))`, 'gm');
/** An id whose letters and digits are left out: `sg-xxxxxxxx`. */
const ID_OF = /(?<=[\s"'=/:,])[a-z][a-z\d]*(?:-[a-z\d]+)*?-x{4,}(?:-[xyz]{4,})?(?=[\s"',/]|$)/gm;
/** A number of which the digits are left out: `v###`, `PR-####`. */
const HASHES = /(?<=[\s=:/])[A-Za-z][\w-]*#{2,}(?=[\s"',]|$)/gm;
/** An address of which parts are left out: `10.x.x.x`, `ip-x-x-x-x`, `NNN.NNN.NNN.NNN`. */
const ADDRESS = /(?<![\w.-])(?:(?:ip|ec2)-(?=[\d-]*[xX])(?:\d{1,3}|[xX]{1,3})(?:-(?:\d{1,3}|[xX]{1,3})){3}|(?=[\d.]*[xX])(?:\d{1,3}|[xX]{1,3})(?:\.(?:\d{1,3}|[xX]{1,3})){3}|N{1,3}(?:\.N{1,3}){3})(?![\w-])/g;
/** A value that says no more than what it is of: `{"token": "TOKEN"}`, `{"password": "NEW_PASSWORD"}`. */
const MEMBER = /\\*["'](?<name>[A-Za-z][\w-]*)\\*["']\s*:\s*\\*["'](?<value>[A-Z][A-Z\d_-]+)(?=\\*["'])/g;
/** Two letters for a value: `--google-project xx`. */
const TWO_LETTERS = /(?<=\s--(?<label>[a-z][\w-]*)[ =])(?:xx|XX|yy|YY)(?=\s|$)/gm;
/** What is written over and what with: `s/OLD_SECRET/NEW_SECRET/`. */
const OLD_NEW = /(?<=\bs([/|#,]))OLD_([A-Z][A-Z_]*)(?=\1NEW_\2\1)|(?<=\bs\4OLD_([A-Z][A-Z_]*)([/|#,]))NEW_\3(?=\4)/g;
/** Without one of these words there is none of them. */
const WORD = /USERNAME|USER\b|PASSWORD|HOSTNAME|NAMESPACE|PROJECT|BUCKET|CLUSTER|ENVIRONMENT|REGION|INSTANCE|DATABASE|TOKEN|OLD_|username|month/;
/** Commands in which such a word is the name of a variable. */
const NAMES_VARIABLES = /\b(?:env|environ|printenv|export|unset|declare|typeset|local|readonly|read|getenv|config|secrets?|vars?|variables?|envsubst)\b|\.env\b|(?:^|\s)(?:-e|--build-arg|--env)[\s=]["']?$/i;
/** What Heroku calls an app's database by. */
const HEROKU_DATABASE = /^(?:DATABASE|HEROKU_POSTGRESQL_[A-Z]+)_URL$/;
const HEROKU_PG = /\bheroku\s+pg\b/;
/** … or of a column. */
const SQL = /(?<!-X |--request )\b(?:SELECT|DROP|TRUNCATE|KILL|ANALYZE|VACUUM|REINDEX|INSERT|UPDATE|DELETE|WHERE|CREATE|ALTER|GRANT|SET|FROM)\b/;
/** Options after which a word in upper case names a column or a field. */
const COLUMNS = /\s(?:-\w*[oO]|--(?:output|columns?|fields?|sort|sort-by|format))[ =]\S*$|custom-columns=(?:\S|\\\n[ \t]*)*$/;
/** What has no column: `cf target -o ORG`. */
const NO_COLUMN = /^ORG/;

/** What stands for a value that ends in an ellipsis: `KEY="re_..."`, `Bearer ...`, `"token": "..."`, `--key sk_...`, `get re_...`. */
const CUT_SHORT = /(?:(?<![\w-])(?<name>[A-Za-z_][\w-]*)=["']?|["'](?<member>[A-Za-z_][\w-]*)["']\s*:\s*["']|\b(?<scheme>Bearer|Basic)\s+|--(?<option>[a-z][\w-]*)(?:=|\s+)["']?|(?<=\S[ \t]{1,8}["']?)(?=[A-Za-z][\w-]{0,63}[_-](?:\.{3}|…)))(?<value>[\w:+-]*(?:\.{3}|…))(?=["'\s;&|)]|$)/gm;
/** An argument whose end is left out: `gptid/42844e2c-............`, `sha256:9f86d0...`. */
const REST = /(?<=[\s=]["']?)(?<label>[\w/:@.-]*\w-?)(?:\.{4,}|(?<=\d\w*)(?:…|\.{3}))(?=["'\s]|$)/gm;
/** Where three dots are a range: `git diff 3f2a9bc...`. */
const RANGES = /\bgit\s+(?:-\S+\s+)*(?:diff|log|show|rev-list|range-diff|cherry|shortlog)\b/;
/** A folder left out of a path. */
const FOLDER = /(?<=(?<![\w.])\/(?:[\w.-]+\/)*(?<label>[\w-][\w.-]*)\/)(?:\.{3}|…)(?=\/[\w.*-])/g;
/** A path or an address whose end is left out; what begins otherwise, or with two slashes, is a pattern of packages: `//pkg/...`. */
const PATH_END = /(?<=[\s"'=<>])(?:[a-z][a-z\d+.-]*:\/\/|\/(?!\/))(?:[^\s"'/]*\/)*?(?:[^\s"'/]*@)?(?<last>[\w-][\w.-]*)\/(?<value>(?:[A-Za-z][\w-]*[_-])?(?:\.{3}|…))(?=["'\s;&|)]|$)/gm;

/** Blanks of the reader's own that no other sign marks: words in brackets, names in upper case, what an ellipsis leaves out. */
export function findBlanks(code: string): readonly PlaceholderHit[] {
  const found = [...brackets(code), ...upperCase(code), ...namesOf(code), ...given(code), ...things(code), ...asWritten(code), ...unnumbered(code), ...cutShort(code), ...folders(code), ...members(code)];
  return found.filter((hit) => !isMember(code, hit));
}

/** Whether a place is the name of a member in JSON: `{"REGION": "eu"}`, also between other quotes. */
function isMember(code: string, { start, end }: CodeRange): boolean {
  return /["']/.test(code.slice(start - 1, start)) && /^\\*["']\s*:/.test(code.slice(end, end + 80));
}

/** Where a shape matches; what stands there is the label, unless the shape has a part that is, or all of them are called by their kind. */
function hitsOf(code: string, shape: RegExp, kind?: string): readonly PlaceholderHit[] {
  return [...code.matchAll(shape)].map(({ 0: written, index, groups }) => {
    const range = { start: index, end: index + written.length };
    const label = groups?.['label'];
    return kind === undefined || label !== undefined ? { ...range, label: label ?? written } : { ...range, label: kind, isKind: true };
  });
}

function brackets(code: string): readonly PlaceholderHit[] {
  if (!code.includes('[')) return [];
  return hitsOf(code, BRACKETS).filter((hit) => {
    const { label } = hit;
    const before = commandBefore(code, hit);
    // A line that is nothing else says that something was left out.
    const alone = /^\s*$/.test(before);
    return !(alone || (label.length < SHORTEST && !SHORT.test(label)) || MARKS.test(label) || usesPatterns(before) || isGlob(code, hit) || isInMessage(before, code.slice(hit.end, hit.end + 2)));
  });
}

function upperCase(code: string): readonly PlaceholderHit[] {
  if (!/[A-Z][_-]/.test(code)) return [];
  const ending = hitsOf(code, UPPER_CASE);
  return [...ending, ...besideBlanks(code, ending)].filter((hit) => {
    const { label } = hit;
    const before = commandBefore(code, hit);
    // A listing has names of things; what is called an address or a key there is a variable.
    const isSearch = /\|\s*grep\b[^|]*$/.test(before) && !/[_-](?:URL|KEY)$/.test(label);
    const isOwn = isRead(code, label) || isAssigned(code, label) || new RegExp(`\\b(?:for|read)\\b[^\\n;]*\\b${label}\\b`).test(code);
    const isDatabase = HEROKU_DATABASE.test(label) && HEROKU_PG.test(before);
    return !(isOwn || isDatabase || namesSetting(code, hit) || /^\s*$/.test(before) || NAMES_VARIABLES.test(before) || SQL.test(before) || (usesPatterns(before) && !isSearch));
  });
}

/** Another word in upper case beside such a blank, neither of them an option's: `evacuate SERVER_NAME HOST_B`. */
const BESIDE = /(?<=^[ \t]*(?:[a-z][\w.-]*[ \t]+){1,4}(?:[A-Z][A-Z\d]*(?:_[A-Z\d]+)*_(?:ID|NAME|HOST|IP|SERVER|NODE)[ \t]+))[A-Z][A-Z\d]*(?:_[A-Z\d]+)+(?=[ \t]|$)/gm;

function besideBlanks(code: string, blanks: readonly PlaceholderHit[]): readonly PlaceholderHit[] {
  return /_[A-Z\d]+[ \t]+[A-Z][A-Z\d]*_/.test(code) ? hitsOf(code, BESIDE).filter(({ start }) => !blanks.some((hit) => hit.start === start)) : [];
}

function given(code: string): readonly PlaceholderHit[] {
  if (!WORD.test(code)) return [];
  return hitsOf(code, GIVEN).filter((hit) => {
    const before = commandBefore(code, hit);
    return !(usesPatterns(before) || SQL.test(before) || isAssigned(code, hit.label));
  });
}

function things(code: string): readonly PlaceholderHit[] {
  if (!/[A-Z]{3}|[XY]\.|=[NX]|\.ID/.test(code)) return [];
  const named = hitsOf(code, THING).map((hit) => ({ ...hit, start: hit.end - hit.label.length }));
  const signed = hitsOf(code, SIGNED);
  const versions = hitsOf(code, BY_LETTERS, 'version').map((hit) => (hit.end - hit.start === 1 ? { ...hit, label: 'number' } : hit));
  return [...named, ...signed, ...versions, ...hitsOf(code, COUNTED)].filter((hit) => {
    const before = commandBefore(code, hit);
    const isOwn = isRead(code, hit.label) || isAssigned(code, hit.label);
    return !(isOwn || /^\s*$/.test(before) || NAMES_VARIABLES.test(before) || SQL.test(before) || hasProgram(before, (name) => PATTERN_PROGRAMS.has(name)) || (COLUMNS.test(before) && !NO_COLUMN.test(hit.label)) || isAmongWords(before, code.slice(hit.end)));
  });
}

function isRead(code: string, variable: string): boolean {
  return new RegExp(`\\$\\{?${variable}\\b`).test(code);
}

function isAssigned(code: string, variable: string): boolean {
  return new RegExp(`(?<![\\w-])${variable}=`).test(code);
}

function asWritten(code: string): readonly PlaceholderHit[] {
  if (!WORD.test(code)) return [];
  return [PLAIN, OLD_NEW, BUCKET].flatMap((shape) => hitsOf(code, shape)).map((hit) => (hit.label.startsWith('year') ? { ...hit, label: 'date', isKind: true } : hit));
}

function namesOf(code: string): readonly PlaceholderHit[] {
  if (!/name|[-_]id/.test(code)) return [];
  return hitsOf(code, NAME_OF).filter((hit) => {
    const before = commandBefore(code, hit);
    return !SQL.test(before) && !/^\s*$/.test(before) && !COLUMNS.test(before) && !hasProgram(before, (name) => PATTERN_PROGRAMS.has(name));
  });
}

function unnumbered(code: string): readonly PlaceholderHit[] {
  if (!/YYYY|##|[a-z\d-]X|[.-][xX]|N\.N|-xxxx|\/dev\/[A-Z]|[_-](?:TIMESTAMP|DATE)/.test(code)) return [];
  const dates = [...hitsOf(code, DATE, 'date'), ...hitsOf(code, MOMENT)].filter((hit) => !DATE_FORMAT.test(commandBefore(code, hit)));
  const numbered = hitsOf(code, NUMBERED).filter((hit) => !usesPatterns(commandBefore(code, hit)) && !/\bmktemp\b/.test(commandBefore(code, hit)));
  return [...dates, ...hitsOf(code, DISK, 'device'), ...hitsOf(code, ID_OF), ...hitsOf(code, ADDRESS, 'address'), ...hitsOf(code, HASHES, 'number'), ...numbered];
}

function members(code: string): readonly PlaceholderHit[] {
  const words = (text: string): string => text.toLowerCase().replaceAll('-', '_');
  const named = [...code.matchAll(MEMBER)].flatMap(({ 0: written, index, groups: { name = '', value = '' } = {} }) => {
    const end = index + written.length;
    return `_${words(value)}`.endsWith(`_${words(name)}`) ? [{ start: end - value.length, end, label: value }] : [];
  });
  return [...named, ...hitsOf(code, TWO_LETTERS)];
}

function cutShort(code: string): readonly PlaceholderHit[] {
  if (!isCut(code)) return [];
  return [...code.matchAll(CUT_SHORT)].map((match) => {
    const { name, member, scheme, option, value = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    return { start: end - value.length, end, label: name ?? member ?? scheme ?? option ?? value };
  });
}

function folders(code: string): readonly PlaceholderHit[] {
  if (!isCut(code)) return [];
  const ends = hitsOf(code, REST).filter((hit) => !RANGES.test(commandBefore(code, hit)) && !isAmongWords(commandBefore(code, hit), code.slice(hit.end)));
  return [...hitsOf(code, FOLDER), ...[...ends, ...pathEnds(code)].filter((hit) => !hasProgram(commandBefore(code, hit), (name) => /^(?:echo|printf|logger)$/.test(name)))];
}

/** What is left out at the end of a path is called as the folder that holds it, unless it begins itself: `re_...`. */
function pathEnds(code: string): readonly PlaceholderHit[] {
  return [...code.matchAll(PATH_END)].map(({ 0: written, index, groups: { last = '', value = '' } = {} }) => {
    const end = index + written.length;
    return { start: end - value.length, end, label: /^\w/.test(value) ? value : last };
  });
}

function isCut(code: string): boolean {
  return /\.{3}|…/.test(code);
}

/** Whether a line has a program that takes patterns, or names of files with signs that mean more. */
function usesPatterns(line: string): boolean {
  return hasProgram(line, (name) => PATTERN_PROGRAMS.has(name) || /^(?:jq|yq|tr|find|ls|rm|cp|mv|case)$/.test(name));
}

/** Words of a message: beside others in what is given as one (`-m "[prod] deploy"`), or first in what is printed. */
function isInMessage(before: string, after: string): boolean {
  const { lead = '', said = '' } = /^(?<lead>.*)["'](?<said>[^"']*)$/s.exec(before)?.groups ?? {};
  const begins = said.trim() === '';
  if (begins && /^["']/.test(after)) return false;
  return MESSAGE.test(lead) || (begins && /^\s/.test(after) && PRINTED.test(lead));
}

/** Whether a place is in a text of several words between quotes: `-m "Bump the HOST"`. */
function isAmongWords(before: string, after: string): boolean {
  const said = /(?:^|[^\\])(?<quote>["'])(?<said>(?:(?!\k<quote>).)*)$/s.exec(before.replace(/(["'])(?:(?!\1).)*\1/g, ''))?.groups;
  return said !== undefined && /\s/.test(`${said['said'] ?? ''}${after.split(said['quote'] ?? '')[0] ?? ''}`);
}

/** A word without quotes that has other signs of a pattern. */
function isGlob(code: string, { start, end }: CodeRange): boolean {
  return /[*?][^\s"']*$/.test(code.slice(Math.max(0, start - 80), start)) || /^[^\s"']*[*?]/.test(code.slice(end, end + 80));
}
