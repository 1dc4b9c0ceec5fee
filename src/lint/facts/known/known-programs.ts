/** Programs whose name at the start of every line makes an unlabelled block shell. Words that also begin sentences are left out. */
export const KNOWN_PROGRAMS: ReadonlySet<string> = new Set(
  (
    'ansible ansible-playbook apt apt-get argocd aws awk az base64 bash bundle cat cd ceph chmod chown consul cp crictl curl cut dig docker docker-compose dpkg du echo eksctl etcdctl ' +
    'export flux gcloud gh git gitlab-ctl gitlab-rails glab grep gsutil gzip head helm heroku host hostnamectl htop ip iptables istioctl journalctl jq k9s kinit knife kubectl kubectx kubens ' +
    'less ln ls lsof make mkdir mongo mongosh mv mysql mysqldump netstat nc npm npx nslookup oc openssl pgrep ping pip pip3 pkill printf ps psql pwd python python3 rabbitmqctl rails rake ' +
    'redis-cli rm rsync scp sed service ssh ssh-keygen ss stern sudo systemctl tail tar tee terraform terragrunt tctl tsh touch traceroute tsh unzip uptime vault velero vim virtctl wget xargs yarn yq yum zcat'
  ).split(' '),
);
