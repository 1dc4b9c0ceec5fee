const NAMES =
  'wg wg-quick tailscale syncthing monit rg ceph ceph-volume rados radosgw-admin smartctl mdadm sgdisk cryptsetup nvme ethtool firewall-cmd ufw mailq postqueue postsuper postconf sqlcmd pgbackrest proxmox-boot-tool gitlab-psql gitlab-patronictl lvextend lvs mkfs parted pvcreate pvs resize2fs vgextend vgs xfs_growfs ansible ansible-playbook apt apt-get basename column comm dirname expr fold join nl nohup nice od paste readlink realpath seq split stat stty tac timeout tr uniq xxd brew gpg lpstat sv aws-vault aws-iam-authenticator createdb dropdb dnf dotnet duf gunicorn initctl jstack kafka-topics.sh launchctl ldapmodify lxc mvn nc ncat nodetool patronictl pm2 powertop pvesh pw qm rpm runc salt salt-call snap supervisorctl swapoff swapon tmutil useradd usermod userdel uv virsh wal-g zfs zpool argo argocd awk aws az base64 bash bosh bundle calicoctl cargo cat cd certbot cf chef-client chmod chown cilium cmctl consul cp crictl crontab ctr curl cut date dd df diff dig dmesg ' +
  'docker docker-compose docker-machine doctl dpkg du echo eksctl env etcdctl export fdisk find fsck flux flyctl free gcloud gem getent gh git gitlab-ctl gitlab-rails gitlab-rake glab go grep gsutil gunzip gzip head helm helmfile heroku host hostname ' +
  'htop ifconfig influx iostat ip iptables istioctl java journalctl jq k kafka-topics kill killall knife kops kubectl kubectx kubens kustomize ldapsearch less linkerd ln logger ls lsblk lsof make man md5sum minikube mix mkdir mongo mongosh ' +
  'mount mtr mv mysql mysqldump mysqladmin nc netstat nginx nmap node nomad npm npx nslookup oc ocm odo openssl packer pg_dump pg_restore pgrep php ping pip pip3 pkill podman poetry printenv printf promtool ps psql pulumi puppet pwd python ' +
  'python3 rabbitmqctl rails rake rclone redis-cli rm rosa rsync ruby s3cmd scp screen sed sentinel service sestatus sftp sh skopeo sleep sort source sqlite3 ss ssh ssh-keygen stat strace stern su sudo sysctl systemctl tail tar tcpdump tee ' +
  'telnet terraform terragrunt test tmux top touch traceroute tree tsh umount uname unzip uptime vault velero vi vim virtctl vmstat watch wc wget which whoami xargs yarn yq yum zcat zgrep zip';

/** Programs whose names begin a command in prose. */
const PROGRAMS: ReadonlySet<string> = new Set(NAMES.split(' '));

/** Whether a word is a program: a well-known one, or a path to one. */
export function isProgram(word: string): boolean {
  return PROGRAMS.has(word) || /^(?:fsck|mkfs)\.\w+$/.test(word) || /^(?:\.{1,2}|~)?\/[\w./-]*\w$/.test(word) || /^[\w-]+(?:\/[\w.-]+)+\.(?:sh|py|rb|pl)$/.test(word);
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
