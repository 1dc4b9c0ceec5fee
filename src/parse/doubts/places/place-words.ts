import { having } from '../../../model/index.ts';

/** The words by which prose and comments say where a command belongs, without opening a session. Data for `named-places.ts`. */

/** What one of a cluster is called by its part in it. */
const PART = '(?:primar(?:y|ies)|secondar(?:y|ies)|replicas?|standbys?|masters?|slaves?|leaders?|followers?)';
/** A heading that is the part of a cluster: "Replicas", "Control plane". */
export const IS_PART = new RegExp(`(?:^|\\s)(?:${PART}|control planes?|workers?)$`, 'i');
/** What a machine is called by its kind or its part in a cluster: no name of one, so nobody knows which it is. */
const KIND = `(?:nodes?|(?:name|data)nodes?|hosts?|servers?|machines?|systems?|computers?|box(?:es)?|nas|vms?|vps|droplets?|hypervisors?|routers?|switch(?:es)?|firewalls?|load ?balancers?|instances?|bastions?|jump ?(?:box|host|server)|brokers?|members?|${PART}|controllers?|control planes?|workers?|coordinators?|laptops?|workstations?|(?:admin|management|jump|ops|operator|deployment) stations?)`;
const MACHINE = `${KIND}(?:\\s+${KIND})*`;
/** A text without such a noun names no machine, and most have none: the patterns with `MACHINE` take some milliseconds to compile. */
export const MACHINE_NOUN = new RegExp(KIND, 'i');
const EACH = '(?:the|each|every|all|any|both|one|another)(?:\\s+of)?(?:\\s+(?:the|your|our))?';
/** The author's own machine is here, and so is the right one. */
const HERE = '(?:(?:your|my|our)\\s+(?:machine|system|computer|box|host|laptop|workstation)|any\\s+(?:machine|computer|host)|(?:the\\s+)?(?:same|right|correct|wrong|intended|expected)|(?:(?:your|my|our|the)\\s+)?(?:local|own)|this)\\b';
/** A machine with the words of its name. */
const A_MACHINE = `(?!${HERE})(?:(?:${EACH}|an?|your|our)\\s+)?(?<place>(?:(?!(?:local|own|this|and|or|to|the|for|with|[\\w/]+-based|linux|unix|windows|mac ?os)\\b)[\\w'’.-]+\\s+){0,3}?${MACHINE}(?:\\s+\\w+\\s+${KIND})?\\b)`;
/** What follows the noun where it is part of another: `the worker pool`, `the master branch`, `the primary key`. */
const OTHER_NOUN = '(?!\\s+(?:branch|key|keys|sets?|election|pool|pools|group|groups|class|type|types|side|level|role|roles|page|tab|list|name|names|port|ports|id|ids|count|files?|manifests?|config|configuration|log|logs|dashboard|exporter|api|metrics?|template|profile|address|version)\\b|[-/])';

/** "On the primary:", "On your old machine, run", "Via the bastion:", "Location: the new VM". */
export const AT_MACHINE = new RegExp(`^(?:(?:(?:now|then|next|first|also|finally|afterwards|again|back|and)[\\s,]+)*(?:on|from|at|in|inside|within|using|via|through)|(?:location|where|machine|host|run)\\s*:)\\s+${A_MACHINE}${OTHER_NOUN}`, 'i');

/** "Run from any healthy node"; not "Run it from a machine with access". */
const RUN_FROM = '^(?:run|execute|type|do|enter|issue|perform)(?:\\s+(?:this|it|these|them|that|the following(?:\\s+commands?)?))?\\s+from(?![^.:;]*\\s(?:with|that|which|where)\\s)';
/** "Remove the data directory on the other server nodes", "Run this on your old system", in a sentence that says what to do. */
export const DONE_ON_MACHINE = new RegExp(`(?:\\b(?:on|in|inside|within|from another)|${RUN_FROM})\\s+${A_MACHINE}${OTHER_NOUN}`, 'i');

/** Which of several, before the noun: "another node", "all nodes". */
export const WHICH_BEFORE = /\b(?<which>another|all|each|every|both)(?:\s+of)?(?:\s+(?:the|your|our))?\s+$/i;
/** … and behind it: "node to be removed", "node you want to drain". */
export const WHICH_BEHIND = /^\s+(?<which>(?:to be|being)\s+\w+|(?:(?:that|which)\s+)?you\s+(?:want|wish|need|are)\b[^,.:;()]{1,40}?)(?=\s*(?:[,.:;)]|$|\b(?:and|run|execute|type)\b))/i;
/** What something is done for, where it is not what is typed: "To keep the data on the old server, deploy …"; in "To restart it on the master, run" and "To fix the replica on the standby, restart it" it is. */
export const PURPOSE = /^(?:in order )?to\s[^,:]{1,120},\s+(?!(?:run|use|execute|type|do|enter|issue|you)\b|\w+\s(?:it|them|this|that|these|those)\b)/i;

/** "3. Stop the old stack (old host)". */
export const MACHINE_IN_PARENTHESES = new RegExp(`\\((?:(?:on|from|in|at)\\s+)?${A_MACHINE}\\)`, 'i');

/** An order to type what follows: "Run this", "Execute the following as postgres". */
const TYPE_IT = String.raw`(?:(?:now|then|next|first|and|finally)[\s,]+){0,3}(?:(?:run|execute|type|do|enter|issue|perform)(?:\s+(?:this|it|these|them|that|the following(?:\s+commands?)?|as\s+\S+)){0,2}\s+)?`;
/** Regions and zones of clouds: `eu-west-1`, `us-gov-east-1`, `europe-west4-b`. */
const REGION = String.raw`(?:us|eu|ap|sa|ca|me|af|cn|il|mx|europe|asia|australia|africa|(?:north|south)america)-(?:gov-|iso[a-z]?-)?(?:north|south|east|west|central)(?:east|west)?-?\d(?:-?[a-f])?(?=[\s:,.\`]|$)`;
/** What has a number and is no machine: `ubuntu-22.04`, `release-42`, `step-3`, `k8s`. */
const NUMBERED = String.raw`(?:(?:us|eu|ap|sa|ca|me|af|cn|ubuntu|debian|centos|rhel|fedora|python|java|php|ruby|postgres|mysql|release|version|v|step|phase|stage|port|line|part|page|level|tier|option|method|attempt|day|week|round|chapter|section|ipv|utf|http|k|s|ec|r|e|p)-?|node(?=\d))\d[\w.]*(?:-\d[\w.]*)*(?=[\s:,\`]|$)`;
/** A name with a number in it, or written as code. */
const NAME_OF_ONE = String.raw`(?<place>[\`'][a-z][\w.-]{1,60}[\`']|(?!${REGION}|${NUMBERED})[a-z][a-z\d]{0,40}(?:-[a-z\d]{1,40}){0,5}(?<=\d)(?:[.-][\w.-]{0,100}\w)?)`;
/** A machine by its name: "On db-1:", "From web-02.shop, run", "Execute on gw1:", "Do this on node-3", "Host: db1", "Server db1:". */
export const ON_NAMED = having('0|1|2|3|4|5|6|7|8|9|`|\'', new RegExp(String.raw`^(?:${TYPE_IT}(?:on|from)|(?:location|where|machine|host|server|node|vm|box|instance)(?=\s*:\s|\s+[a-z-]+\d+\s*:?\s*$)\s*:?)\s+${NAME_OF_ONE}\s*(?:$|[:,.]|(?:run|execute|type|do)\b)`, 'i'));
/** The same behind the noun, at the end of a sentence: "Stop it on the unhealthy unit (`unit-01`):", "… on a healthy one (`db2` in this example)". */
export const ON_NAMED_IN_PARENTHESES = having('0|1|2|3|4|5|6|7|8|9', new RegExp(String.raw`\b(?:on|from)\s(?:[\w*'’-]+\s){1,5}\((?!\`(?:${REGION}|${NUMBERED}))\`(?<place>[a-z][a-z\d.-]{0,60}\d[a-z\d.-]{0,60})\`(?:\s(?:in|is|as)\s[^()]*)?\)[\s:.]*$`, 'i'));
/** A prompt before a sentence: "(`ncn-mw#`) Scale it down." */
export const AT_PROMPT_OF = having('#`|$`', /^\(?`(?:[\w-]+@)?(?!(?:local(?:host)?|laptop|pc|workstation|host|user)\b)(?<place>[a-z][\w.-]{1,40})(?::[^\s`]*)?\s?[#$]`\)?[\s:,]\s*\S/i);
/** A machine's name before a sentence: "(`ncn-m001`): Restart it." */
export const AT_NAME_OF = having('`)', new RegExp(String.raw`^\((?!\`(?:${REGION}|${NUMBERED}))\`(?<place>[a-z][a-z\d.-]{0,60}\d[a-z\d.-]{0,60})\`\)[\s:,]+\S`, 'i'));
/** "Run in the container:", "Inside the pod:". */
export const IN_CONTAINER = having('container|pod|chroot|jail|guest|toolbox', new RegExp(String.raw`^${TYPE_IT}(?:in|inside|within|from(?:\s+(?:in|within|inside))?)\s+(?:the|an?|each|every|your|one|one of the|any)\s+(?<place>(?:[\w'’.-]+\s+){0,3}?(?:containers?|pods?|chroot|jail|guest|toolbox))\s*(?:$|[:,.]|(?:run|execute|type|do)\b)`, 'i'));
/** Programs that go into one themselves. */
export const ENTERS_CONTAINER = /^(?:docker|docker-compose|podman|nerdctl|crictl|ctr|chroot|nsenter|machinectl|jexec|toolbox|distrobox)$/;

/** "Restart the secondary as a standalone", "Stop the old primary": what is typed for it is typed there. */
export const DONE_TO_PART = having('primar|secondar|replica|standby|master|slave|leader|follower', new RegExp(`^(?:re-?start|start|stop|shut ?down|re-?boot|promote|demote|re-?build|re-?sync|re-?seed|initiali[sz]e|bootstrap)\\s+(?:the|each|every)\\s+(?<place>(?:(?:old|new|current|former|other|failed|first|second)\\s+)?${PART}\\b)${OTHER_NOUN}`, 'i'));

/** "In the Proxmox shell:": a shell with a name, which is none of this machine's. */
export const NAMED_SHELL = having('shell|terminal|prompt', /^(?:In|On|From|At|Inside|Via|Using) (?:(?:the|an?) )?(?<place>(?:(?!(?:Linux|Unix|Bash|Windows|Mac|OS|AWS|Git|Google|Your)\b)(?:[A-Z][\w-]*|serial|remote|rescue|recovery) ){1,2}(?:or )?(?:[Ss]hell|[Tt]erminal|[Pp]rompt))\b/);

/** Programs that somebody wrote to act from afar, or that build and wrap other commands. */
export const WRAPS = /[/\\]|\.(?:sh|py|rb|pl)$|^(?:make|just|task|npm|yarn|pnpm|bash|sh|python3?|docker|docker-compose|podman|echo|export|cd)$/;

/** "In the Rails console:", "From a `psql` prompt:". */
export const IN_PROGRAM =
  having('console|shell|prompt|repl|session|client', /^(?:(?:now|then|next|first|and)[\s,]+)*(?:in|from|at|inside|within)\s+(?:the|a|an|your)\s+(?<place>[`']?(?:rails|django|psql|mysql|mariadb|postgres(?:ql)?|redis(?:-cli)?|mongo(?:sh|db)?|python|irb|pry|iex|node(?:\.js)?|cqlsh|sqlite3?|sql|gitlab-psql|gitlab-rails|hbase|clickhouse|pgbouncer)[`']?(?:\s+\w+)?\s+(?:console|shell|prompt|repl|session|client)\b)/i);

/** "At the prompt:", which is that of what was opened before. */
export const AT_PROMPT = having('prompt|repl', /^(?:(?:now|then|next|first|and)[\s,]+)*(?:at|in)\s+(?:the|its|this|that)\s+(?<place>(?:resulting\s+|new\s+|interactive\s+)?(?:prompt|repl))\s*(?:$|[:,]|(?:type|enter|run|issue)\b)/i);

/** "In a separate terminal:", "Open another shell and run". */
export const OTHER_TERMINAL = having('shell|terminal|window|tab|session|prompt', /(?:^|,\s*)(?:(?:now|then|next|first|also|and)[\s,]+)*(?:(?:open|start)\s+(?:a\s|an(?=other))|(?:in|from)\s+(?:a\s|an(?=other)|the\s))\s*(?<place>(?:separate|second|new|other|different|third)\s+(?:(?:shell|terminal|ssh|console|command)\s+)?(?:shell|terminal|window|tab|session|prompt))\b/i);

/** Programs that reach a machine or a service from wherever they are typed: words on a place then say what they act on. */
export const REACHING: ReadonlySet<string> = new Set(
  ('ansible ansible-playbook argo argocd aws az boundary calicoctl ceph cf clush cmctl cilium consul curl doctl eksctl fly flyctl gcloud gh git glab govc gsutil helm helmfile heroku hcloud http https istioctl juju k kafka-topics.sh knife kops kubectl kubectx ' +
    'kubens kustomize linkerd lxc mssh multipass nomad oc ocm odo openstack parallel-ssh pdsh pssh pulumi rclone rosa rsync s3cmd salt scp sftp skopeo ssh ssh-copy-id stern talosctl telnet terraform terragrunt tkn tsh vagrant vault velero virtctl wget').split(' '),
);

/** What brings some of them along with the settings of the node it is typed on. */
export const OF_THIS_NODE: ReadonlySet<string> = new Set(['k3s', 'microk8s']);

/** Those of them that read or write files where they are typed. */
export const COPIES: ReadonlySet<string> = new Set('git rsync scp sftp wget'.split(' '));

/** An option or an argument that names the machine that is asked: `-h db2`, `--host=db2`, `http://db2:8008`. */
export const NAMES_HOST = /^(?:-h|-H|--host(?:name)?(?:=.*)?|--server(?:=.*)?|--endpoints?(?:=.*)?|--bootstrap-server(?:=.*)?|--context(?:=.*)?|\w+:\/\/(?!localhost\b|127\.|\[::1\]).*)$/;

/** This machine, as such an option has it. */
export const THIS_HOST = /^(?:\w+:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)(?=[:/]|$)/;

/** What a sentence is about where it speaks of a value and not of what is run. */
export const OF_A_VALUE = /^(?:replace|change|set|substitute|specify|note|see|assum)/i;
