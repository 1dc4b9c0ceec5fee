import { isKnownProgram } from '../../shell-syntax/index.ts';

const NAMES =
  'ansible apt argo argocd awk aws aws-iam-authenticator aws-vault az basename bash bosh brew bundle cargo cat cd ceph certbot cf chmod chown cilium column comm consul cp createdb crontab cryptsetup ctr curl cut date dd df diff ' +
  'dig dirname dmesg dnf docker docker-machine dotnet dpkg dropdb du duf echo env ethtool export expr fdisk find flux fold free fsck gcloud gem getent gh git gitlab-rails glab go gpg grep gsutil gunicorn gunzip gzip head helm ' +
  'helmfile heroku host hostname htop ifconfig influx iostat ip iptables java join jq jstack k kill killall knife kops kubectx kubens kustomize ldapmodify ldapsearch less linkerd ln logger lpstat ls lsblk lsof lvextend lvs lxc ' +
  'mailq make man minikube mix mkdir mkfs mongo mongosh monit mount mtr mv mvn mysql mysqladmin mysqldump nc ncat netstat nginx nice nl nmap node nodetool nohup nomad npm npx nslookup nvme oc ocm od odo openssl packer parted ' +
  'paste pgbackrest pgrep php ping pip pkill podman poetry postconf postqueue postsuper powertop printenv printf promtool proxmox-boot-tool ps psql pulumi puppet pvcreate pvesh pvs pw pwd python qm rados rails rake rclone ' +
  'readlink realpath rg rm rosa rpm rsync ruby runc salt scp screen sed sentinel seq service sestatus sftp sgdisk sh skopeo sleep snap sort source split sqlcmd ss ssh stat stern strace stty su sudo sv swapoff swapon syncthing ' +
  'tac tail tailscale tar tcpdump tee telnet terraform terragrunt test timeout tmutil tmux top touch tr traceroute tree tsh ufw umount uname uniq unzip uptime useradd userdel usermod uv vault velero vgextend vgs vi vim virsh ' +
  'vmstat watch wc wg wget which whoami xargs xxd yarn yq yum zcat zfs zgrep zip zpool';

/** Programs whose names begin a command in prose. */
const PROGRAMS: ReadonlySet<string> = new Set(NAMES.split(' '));

/** How the name of a program looks that is no word of a language: `pg_isready`, `k9s`, `talosctl`. */
const NO_WORD = /[-_.\d]|(?:ctl|adm)$/;

/** Whether a word is a program: a well-known one, or a path to one. */
export function isProgram(word: string): boolean {
  return PROGRAMS.has(word) || (NO_WORD.test(word) && isKnownProgram(word)) || /^(?:fsck|mkfs)\.\w+$/.test(word) || /^(?:\.{1,2}|~)?\/[\w./-]*\w$/.test(word) || /^[\w-]+(?:\/[\w.-]+)+\.(?:sh|py|rb|pl)$/.test(word);
}

/** Whether each line of a text begins with a program. */
export function callPrograms(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => isProgram(line.split(/\s/)[0] ?? ''));
}

/** `get pods ... -w` leaves out what to type. */
export const LEFT_OUT = /(?:^|\s)(?:\.{3}|…)(?:\s|$)/;

/** Whether code in a sentence is a command to type and not a name, a path or a message. */
export function looksLikeCommand(code: string): boolean {
  const words = code.trim().split(/\s+/);
  const [first = '', second] = words;
  if (/^\$\s/.test(code)) return true;
  if (second === undefined || !isProgram(first) || first.startsWith('/')) return false;
  if (LEFT_OUT.test(code)) return false;
  if (first === 'rm' && words.slice(1).every((word) => word.startsWith('-'))) return false;
  return !/^(?:is|are|was|and|or|the|a|an|to|in|on|has|will|not|:|=|->)$/i.test(second);
}
