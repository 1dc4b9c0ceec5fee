import { having, NUMBER } from '../../model/index.ts';
import { OPPOSITES } from '../markdown/index.ts';

/** `Option A`, `Path B`, `Method 2: by hand`; anything with a letter that is no part of a sequence and no machine: `Branch A — the primary failed`. */
export const NAMED =
  new RegExp(String.raw`^${NUMBER}(?<word>option|path|alternative|alternate|method|approach|choice|variant|scenario|case|plan|way|(?!(?:step|part|phase|stage|section|appendix|annex|day|week|group|team|figure|table|class|grade|tier|node|host|server|site|zone|region|shard|replica)\b)[a-z]{3,20}(?=\s[a-h]\s*(?:$|[:(.)–—-])))\s+(?:#\s*)?(?:[a-z]|\d{1,2}|[ivx]+)\b(?!\s+of\b)`, 'i');

/** `Command-line method` beside `Console method`. */
export const KIND = having('option|alternative|method|approach', /\b(?<word>option|alternative|method|approach)(?:\s*\([^()]*\))?$/i);

/** `Automated rollback procedure` beside `Manual rollback procedure`. */
export const BY_WAY = having('automated|automatic|manual|scripted', new RegExp(String.raw`^${NUMBER}(?:automated|automatic|manual|scripted)\s+(?<word>(?:[\w-]+\s+){0,3}?(?:procedure|process|method|rollback|restore|recovery|failover|fail-over|failback|rotation|upgrade|deployment))(?:\s*\([^()]*\))?$`, 'i'));

/** `Restore with the automation script` beside `Restore with the manual procedure`, `Fail over manually`. */
export const IN_A_WAY = having('automat|manual|script|hand|tool', new RegExp(String.raw`^${NUMBER}(?<word>\w+(?:\s+\w+){0,3}?)\s+(?:(?:with|using|via|by|through)\s+(?:(?:the|an?|our)\s+)?(?:automat(?:ion|ed|ic)|manual|script(?:ed)?|hand|tool)\b|(?:manually|automatically)\s*(?:$|\())`, 'i'));

/** `Via kubectl` beside `Via the API`: the same thing by other means. Numbered ones are a sequence. */
export const BY_MEANS = /^(?<word>via|using|with|by|through)\s+\S/i;

/** A label that names a means and nothing else: "Using kubectl:", "With the API"; not "Using kubectl, drain the node", "With the writers off". */
export const MEANS = /^(?:via|using|with|through)\s+(?:(?:the|an?|our)\s+)?[\w./-]+(?:\s[\w./-]+)?(?<!\s(?:off|on|down|up|empty|stopped|paused|running|enabled|disabled))(?:\s*\([^()]*\))?\s*:?$/i;

/** `1st choice: Helm` beside `2nd choice: Git`. */
export const ORDINAL = having('choice|option|method|way|approach|alternative', /^(?:\d(?:st|nd|rd|th)|first|second|third|fourth)\s+(?<word>choice|option|method|way|approach|alternative)\b/i);

/** `Procedure: drain a node` beside `Procedure: rotate a certificate`: a collection, of which any number is wanted, one at a time. Numbered ones are a sequence, unless what is numbered is troubles or ways out of them (group `counted`): `Issue 1: pods restart`. */
export const COLLECTION = having('procedure|scenario|playbook|recipe|use case|issue|problem|error|failure|incident|alert|symptom|cause|resolution|fix|solution|sop|runbook', new RegExp(String.raw`^${NUMBER}(?:(?<word>procedure|scenario|playbook|recipe|use case)|(?<counted>issue|problem|error|failure|incident|alert|symptom|cause|resolution|fix|solution|sop|playbook|runbook)\s+#?\d{1,2})\s*(?::|\s[—–-]\s)\s*\S`, 'i'));

/** Headings over sections that are each for a case of their own. */
export const CASES_HEADING = having('scenarios|use cases|recipes|playbooks|common|platform', /\b(?:scenarios|use cases|recipes|playbooks|common (?:[\w/]+ ){0,3}(?:issues|problems|errors|failures|incidents|causes|symptoms|situations|tasks|operations|procedures|alerts|fixes|solutions))\b|\bplatform[- ]specific\b|\b(?:by|per|for each) platform\b/i);

/** A question that a section answers; two of them beside each other are a collection: "How to remove a user", "How do I add a disk?". */
export const HOW_TO = /^how (?:to|do (?:i|we|you)|can (?:i|we|you))\b/i;

/** Headings over sections that are each a procedure of their own, unless these are numbered: "Restore procedures", "Daily tasks", "User management". */
export const PROCEDURES_HEADING = having('procedures|operations|tasks|workflows|instructions|manag', new RegExp(String.raw`\w\s+(?:procedures|operations|tasks|workflows|instructions|management)(?:\s*\([^()]*\))?$|^${NUMBER}manag(?:e|ing)\s`, 'i'));

/** Titles of files whose sections are each a procedure of their own, unless these are numbered. */
export const COLLECTION_TITLE = /\b(?:operations?|ops|operational)\s+(?:runbook|manual|handbook|guide)\b|\b(?:runbooks|playbooks)\b|\bcheat ?sheet\b|\bcommands$/i;

/** The title of a file that says no more than that its sections are of one kind: they are a collection too, unless one puts back what another before it did. */
export const MAINTENANCE_TITLE = /^\P{L}*maintenance$/iu;

/** A heading that counts: "2. Swap it", "Step two", "Three", "IV. Swap it"; not "502 Bad Gateway". */
export const COUNTS = /^(?:\d(?!\d\d\s)|(?:step|phase|stage|part)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|i{1,3}|iv|vi{0,3}|ix|x)(?=\s*(?:$|[.):,]|[–—-]\s)))/i;

/** Words that go on after a trouble has been named: "Disk full on the primary". */
const GOES_ON = String.raw`(?:on|in|at|of|for|with|by|from|after|during|while|when|since|due|because|and|or|again|alerts?|alarms?)\b`;

/** What is said of a thing in trouble, in parts. */
const TROUBLES = {
  /** It is gone: "Store completely down" (not "Scaling it down"), "Out of memory", "No quorum", "Disk full". */
  gone: String.raw`(?<!\b(?:bring|power|putt|roll|scal|shutt|spinn|stepp|tak|tear|turn|wind)ing\s(?:[\w-]+\s){0,3})down|out of (?:memory|disk|space|sync|date)|no (?:disk|free|available|more)?\s?(?:space|memory|quorum|leader|inodes)|(?<=\w[\s-])full(?=\s*(?:$|[(:,.–—-]|${GOES_ON}))|stuck`,
  /** There is too much or too little of it: "High latency", "Too many connections", "Log files growing too large". */
  amount: String.raw`(?:high|low|slow)\s+(?:\w+\s+)?(?:latency|cpu|memory|load|usage|traffic|disk|space|quer(?:y|ies)|commands?|responses?|performance|lag|start(?:s|up)?)|low (?:\w+ )?dis[ck]|too [a-z]+`,
  /** It is broken. */
  state: String.raw`crash\w*|corrupt\w*|unreachable|unavailable|unhealthy|exhaust\w*|degraded|overload\w*|expired|refused|broken|lost`,
  /** What a server answers then: "502 Bad Gateway". */
  answer: String.raw`[45]\d\d (?:bad|internal|gateway|forbidden|unauthori[sz]ed|service)(?: (?:gateway|request|server error|time-?out|unavailable))?`,
  /** It does not do what it should: "Pods not starting", "Client cannot connect". */
  not: String.raw`not (?:ready|available|found|(?!using|including|requiring|affecting|during|being|having)[a-z]{3,}ing(?<!thing))|won['’]t \w+|cannot \w+|can['’]t \w+`,
};
/** What a trouble is called: "Errors with the proxy", "Replication lag (replica)". */
const TROUBLE_NAMES = String.raw`(?:issues?|errors?|failures?|failed|failing|problems?|outage|leaks?|lag|timeouts?)(?:\s+resolution|\s+(?:on|with|in|at|of|for)(?:\s+[\w-]+){1,3})?(?:\s*\([^()]*\))?$`;
/** A heading that names a trouble. */
export const TROUBLE = having('bad|internal|gateway|forbidden|unauthor|service|40|41|42|50|down|out of|no |full|stuck|high|low|too |crash|corrupt|unreachable|unavailable|unhealthy|exhaust|degraded|expired|refused|broken|lost|not |won|can|issue|error|fail|problem|outage|leak|lag|timeout|overload', new RegExp(String.raw`\b(?:${Object.values(TROUBLES).join('|')})\b|\b${TROUBLE_NAMES}`, 'i'));

/** Verbs of what is done about a trouble, or with it: "Clear failures", "Simulate an outage". */
const DONE_ABOUT =
  'address|analy[sz]e|announce|avoid|cancel|check|clean|clear|close|collect|confirm|correct|count|create|debug|declare|delete|describe|detect|determine|diagnose|discuss|document|drop|eliminate|escalate|evict|examine|explain|find|fix|flush|force|get|handle|' +
  'identify|ignore|inject|inspect|investigate|isolate|kill|limit|list|look|mark|mend|minimi[sz]e|mitigate|monitor|note|observe|open|prevent|raise|reap|record|recover|recreate|reduce|remediate|remove|repair|replace|report|reproduce|rescue|reset|resolve|respond|' +
  'review|rule|save|search (?:for|in|logs?)|see|send|show|silence|simulate|solve|stop|terminate|tell|track|trigger|troubleshoot|understand|validate|verify|wait|watch';
/** "Scale workers down" is an order too. */
const DOWN = String.raw`(?:bring|power|put|scale|shut|spin|step|take|tear|turn|wind)\b.*\sdown`;
/** What begins with the same word as an order and names a trouble: "Sync failures", "Restore job stuck in pending", "Deploy not working". */
export const FAILING = new RegExp(
  String.raw`^(?:(?:step|phase|stage|part)?[\s\d.):—–-]+)?(?!(?:to|${DONE_ABOUT}|${DOWN})\b)[a-z-]+\s+(?!(?:down|the|an?|all|each|every|your|our|it|them|this|that)\b)(?:[\w-]+\s+){0,3}?(?:(?:${[TROUBLES.gone, TROUBLES.state, TROUBLES.not, 'too [a-z]+'].join('|')})\b(?=\s*(?:$|[(:,.–—-]|${GOES_ON}))|${TROUBLE_NAMES})`, 'i',
);

/** How a section begins that is for a trouble of its own: "**Symptoms:**". */
export const SYMPTOMS = /^(?:symptoms?|signs?)(?:\s*:|$)/i;

/** How one begins that says when it is wanted: "**When:** one node is lost." */
export const WANTED_WHEN = /^(?:use\s)?when(?:\sto\suse)?\s*:\s*\S/i;

/** A lead to a block that is another way than what stands above: "CLI alternative (after a login):". */
export const OTHER_WAY = having('alternative', /^(?:(?:cli|command[- ]line|console|terminal|shell|api|ui|web|manual|sql|script(?:ed)?|quick)\s+)?alternative\b[^.]{0,60}:$/i);

/** A comment that asks to choose among those below it. */
export const CHOOSE_ONE = having('one|either|any', /\b(?:choose|pick|select|use) (?:one|either|any)\b|\bone of (?:these|the following|them)\b/i);

/** Names of environments, in the order in which a change goes through them. */
const STAGES: readonly (readonly string[])[] = [['local'], ['dev', 'development'], ['test', 'testing', 'qa', 'integration'], ['staging', 'stage', 'uat', 'preprod', 'pre-production'], ['canary'], ['prod', 'production', 'live']];
/** A heading that begins with one: environments follow each other. */
export const ENVIRONMENT = new RegExp(String.raw`^(?:the\s+)?(?:${STAGES.flat().join('|')})(?:\s+environment)?\b`, 'i');

/** How far on its way a comment is that names an environment and nothing else, `# production`; -1 for any other. */
export function stageOf(comment: string): number {
  const name = /^(?:(?:in|on|for)\s+)?(?:the\s+)?(?<name>[a-z-]+)(?:\s+(?:environment|cluster))?\s*:?$/i.exec(comment.trim())?.groups?.['name'] ?? '';
  return STAGES.findIndex((names) => names.includes(name.toLowerCase()));
}

/** `# Automatic: keep seven days` beside `# Manual: delete one`. */
export const BY_HAND_OR_NOT = /^(?:automatic(?:ally)?|automated|manual(?:ly)?|by hand)\s*(?::|\s[–—-]\s)/i;

/** A comment between two commands of which one is enough, also "2. Or …"; group `rest` is what it says of the second. */
export const OR = /^(?:\d{1,2}[.)]\s+)?(?:or|alternatively)\b(?:\s+(?:alternatively|else|instead))?[\s,:;–—-]*(?<rest>.*?)\s*:?$/i;

const LONGEST_WAY = 60;

/** Whether a comment joins two commands of which one is enough: after "or" it says no more than a few words, not counting those in parentheses. What says more tells something else. */
export function joinsWays(comment: string): boolean {
  const rest = OR.exec(comment)?.groups?.['rest'];
  return rest !== undefined && rest.replace(/\s*\([^()]*\)/g, '').length < LONGEST_WAY;
}

/** `Rebalance the brokers (CLI)` beside `Rebalance the brokers (web page)`. */
export const WAY_IN_PARENTHESES = having('(', new RegExp(String.raw`^${NUMBER}(?<word>[^()]{1,120})\((?=[^()]*\b(?:cli|command[- ]line|console|web|ui|gui|api|script|manual|automated|automatic|portal|dashboard)\b)[^()]{1,40}\)$`, 'i'));

/** A heading that calls itself another way than the one before it: `Slow unseal (alternative)`. */
export const CALLED_OTHER_WAY = having('alternat', /\((?:an? )?(?:alternative|alternate)(?: (?:way|method|approach))?\)$/i);

/** A heading that begins by calling itself so: `Alternative: a new node group`. It may be an alternative to more than the section before it. */
export const BEGINS_OTHER_WAY = having('alternative', new RegExp(String.raw`^${NUMBER}alternative(?:ly)?(?:\s+(?:way|method|approach|strategy|path))?\s*[:–—-]\s*\S`, 'i'));

/** A heading over ways to switch one thing, of which nobody wants all: "Start/stop the shop", "Enabling or disabling a user". What begins with the stop is a sequence. */
export const SWITCH_HEADING = having('stop|disabl|remov|unlock|resum|umount|unmount|clos|deactivat|restart', /\b(?:start|enabl|add|lock|paus|mount|open|activat)(?:e|ing)?\s*(?:\/|,|&|and\b|or\b)\s*(?:stop|disabl|remov|unlock|resum|u(?:n)?mount|clos|deactivat|restart)/i);

/** How such a way begins. */
export const SWITCHES = /^(?:start|stop|restart|reload|enable|disable|add|remove|lock|unlock|pause|resume|mount|umount|unmount|open|close|activate|deactivate)\b/i;

/** A heading that is another way than the one before it: "Or with the file from the backup". */
export const OR_HEADING = /^or\b[\s,:]*(?<rest>\S.*)$/i;

/** Sections in which bullets or sections with commands are ways out, to be taken one at a time. */
export const MENU_HEADING = /\b(?:mitigat\w+|remediat\w+|resolutions?(?! steps)|solutions|fixes)\b/i;

/** A heading that tells its place in a sequence. */
export const TELLS_TURN = /^(?:first|then|next|finally|lastly|after|afterwards|once|when|now|before)\b/i;

/** Verbs of which the second puts back what the first did: where both head a section, the sections are a sequence. */
export const PUT_BACK: readonly (readonly [before: string, after: string])[] = [...OPPOSITES.map(([on, off]) => [off, on] as const), ['stop', 'restart'], ['remove', 'add'], ['delete', 'create'], ['delete', 'recreate'], ['back', 'restore']];

/** Names of platforms, interfaces and clouds, by family: those of one family side by side are a choice. */
const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(['linux', 'macos', 'mac', 'mac os', 'mac os x', 'os x', 'osx', 'windows', 'debian', 'ubuntu', 'rhel', 'centos', 'fedora', 'red hat', 'redhat', 'suse', 'opensuse', 'sles', 'alpine', 'arch', 'arch linux', 'amazon linux', 'rocky', 'rocky linux', 'alma', 'almalinux', 'freebsd', 'wsl', 'powershell', 'bash', 'homebrew', 'apt', 'yum', 'dnf']),
  new Set(['systemd', 'docker', 'docker compose', 'docker-compose', 'compose', 'kubernetes', 'k8s', 'helm', 'podman', 'supervisor', 'supervisord', 'upstart', 'sysvinit', 'init.d', 'bare metal', 'swarm', 'docker swarm', 'nomad']),
  new Set(['sql', 'console', 'cli', 'command line', 'command-line', 'api', 'rest api', 'ui', 'web ui', 'gui', 'dashboard', 'web console', 'aws console', 'aws cli', 'portal', 'web interface', 'curl', 'psql', 'rails console', 'terminal']),
  new Set(['mysql', 'mariadb', 'postgres', 'postgresql', 'mongodb', 'oracle', 'sql server', 'sqlite']),
  new Set(['aws', 'gcp', 'google cloud', 'azure', 'eks', 'gke', 'aks', 'on-prem', 'on premises', 'openshift', 'digitalocean']),
  new Set(['grub', 'grub2', 'grub 2', 'systemd-boot', 'lilo', 'uefi', 'efi', 'bios', 'legacy bios']),
];

const AROUND = new RegExp(String.raw`^${NUMBER}(?:(?:on|for|with|using|via|by|in|if using|through)\s+)?(?:the\s+|a\s+|an\s+)?|(?:[- ]based)?(?:\s+(?:systems?|hosts?|users?|machines?|servers?|distributions?|distros?|laptops?))?(?:\s*\([^()]*\))?\s*:?$`, 'gi');

const ENDS_IN_PRODUCT = /^(?<same>.+?)\s+(?:for|on|with|using|via)\s+(?<product>.+)$/i;

/** What a heading has in common with its siblings for other products of a kind: "Pod for MySQL", "Pod for Postgres". */
export function sameBut(heading: string): string | null {
  const { same = '', product = '' } = ENDS_IN_PRODUCT.exec(heading)?.groups ?? {};
  const platform = platformOf(product);
  return platform === null ? null : `${same.toLowerCase()} ${platform.family}`;
}

const BY_A_TOOL = /^(?<same>.+?)\s+(?:with|using|via|by|through|in|from)\s+(?<tool>.+)$/i;
/** The family of what one thing can be done with: one of them is enough. */
const TOOLS = FAMILIES.findIndex((names) => names.has('cli'));

/** What is done by other means in a section beside it: "Roll back via UI", "Roll back via CLI". */
export function sameByTool(heading: string): string | undefined {
  const { same = '', tool = '' } = BY_A_TOOL.exec(heading)?.groups ?? {};
  return platformOf(tool)?.family === TOOLS ? same.toLowerCase() : undefined;
}

/** The words of a label that names platforms only, with their family; `null` for any other label. */
export function platformOf(text: string): { readonly label: string; readonly family: number } | null {
  const label = text.trim().replace(AROUND, '').trim();
  if (label === '' || label.length > 50) return null;
  const parts = label.toLowerCase().split(/\s*(?:\/|,|&|\band\b|\bor\b)\s*/).map((part) => part.replace(/[- ]based$/, '').trim());
  const family = FAMILIES.findIndex((names) => parts.every((part) => names.has(part)));
  return family < 0 ? null : { label, family };
}
