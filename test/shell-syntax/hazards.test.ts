import { describe, expect, test } from 'vitest';
import { analyzeShell } from '../../src/shell-syntax/index.ts';

function marks(code: string): readonly string[] {
  return analyzeShell(code).hazards.map(({ hazard, word }) => `${hazard}: ${word}`);
}

describe('destructive commands', () => {
  test.each([
    ['heroku rollback v84 -a shop-api', 'rollback'],
    ['heroku container:release web -a shop', 'container:release'],
    ['heroku -a shop config:set KEY=1', 'config:set'],
    ['docker push registry.example.com/shop/web', 'push'],
    ['docker compose down', 'down'],
    ['kubectl -n shop delete pod web-1', 'delete'],
    ['kubectl apply -f deploy.yaml', 'apply'],
    ['kubectl scale deploy/web --replicas=0', 'scale --replicas=0'],
    ['kubectl scale --replicas 0 deploy/web', 'scale --replicas 0'],
    ['curl -X DELETE https://shop.example.com/jobs/1', 'curl -X DELETE'],
    ["cat <<'SQL' | psql shop\nDELETE FROM jobs;\nSQL", 'DELETE FROM'],
    ['echo FLUSHALL | redis-cli', 'FLUSHALL'],
    ["echo 'rm -rf x' | bash", 'rm -rf'],
    ['yarn destroy:staging', 'destroy:staging'],
    ['kubectl rollout undo deployment/web', 'rollout undo'],
    ['kubectl argo rollouts abort web', 'argo rollouts abort'],
    ['kubectl drain node-1', 'drain'],
    ['helm upgrade web ./chart', 'upgrade'],
    ['terraform destroy -auto-approve', 'destroy'],
    ['rm -rf build', 'rm -rf'],
    ['rm --recursive build', 'rm --recursive'],
    ['/bin/rm -fr build', '/bin/rm -fr'],
    ['find . -name x | sudo xargs rm -rf', 'rm -rf'],
    ['find /tmp -mtime +3 -delete', 'find -delete'],
    ["find . -name '*.log' -exec rm -r {} \\;", 'rm -r'],
    ['systemctl restart nginx', 'restart'],
    ['gh workflow run deploy.yml --ref main', 'workflow run'],
    ['service nginx stop', 'stop'],
    ['kill -9 123', 'kill'],
    ['dd if=/dev/zero of=/dev/sda', 'of=/dev/sda'],
    ['mkfs.ext4 /dev/sdb1', 'mkfs.ext4'],
    ['git push --force origin main', 'push'],
    ['git reset --hard HEAD~1', 'reset --hard'],
    ['aws ec2 terminate-instances --instance-ids i-1', 'terminate-instances'],
    ['aws s3 rm s3://bucket/key', 's3 rm'],
    ['gcloud compute instances delete web-1 --quiet', 'delete'],
    ['redis-cli -h cache FLUSHALL', 'FLUSHALL'],
    ['psql "$URL" -c "DROP TABLE users"', 'DROP TABLE'],
    ['psql -c "delete from jobs where id = 1"', 'delete from'],
    ["mysql shop -e 'TRUNCATE jobs'", 'TRUNCATE'],
    ['psql <<SQL\nDELETE FROM jobs;\nSQL', 'DELETE FROM'],
    ["bash -c 'rm -rf x'", 'rm -rf'],
    ["ssh web-1 'systemctl restart nginx'", 'restart'],
    ['ssh web-1 systemctl stop nginx', 'stop'],
    ['ssh web-1 <<EOF\nsystemctl stop nginx\nEOF', 'stop'],
    ['kubectl exec web-1 -- rm -rf /data', 'rm -rf'],
    ['docker exec web rm -r /cache', 'rm -r'],
    ['bundle exec rails db:drop', 'db:drop'],
    ['make rollback', 'rollback'],
    ['./scripts/rollback.sh v84', './scripts/rollback.sh'],
    ['if ok; then kubectl delete pod a; fi', 'delete'],
    ['echo $(kubectl delete pod a)', 'delete'],
    ['deploy() { helm rollback web; }', 'rollback'],
  ])('%s', (code, word) => {
    expect(marks(code).filter((mark) => mark.startsWith('destructive'))).toEqual([`destructive: ${word}`]);
  });

  test.each([
    'echo "rm -rf /"',
    'echo rm -rf /',
    'grep delete notes.txt',
    'kubectl get pods | grep drop',
    'kubectl delete pod a --dry-run=client',
    'kubectl rollout status deploy/restart',
    'kubectl logs delete-worker-1',
    'kubectl -n delete get pods',
    'kubectl scale deploy/web --replicas=3',
    'heroku releases -a rollback',
    '# rm -rf /',
    'cat <<EOF\nrm -rf /\nEOF',
    "printf '%s' 'kubectl delete pod'",
    'git log --grep push',
    'git commit -m "delete all"',
    'man rm',
    'which terraform destroy',
    'rm notes.txt',
    'terraform plan -destroy',
    'helm list',
    'psql -c "SELECT * FROM drops"',
    "jq '.delete'",
    'command -v rm',
    'systemctl status restart-agent',
    'aws eks update-kubeconfig --name shop',
    'docker pull shop/delete',
    'curl -sf https://shop.example.com/delete',
    'kill -l',
    'helm uninstall --help',
  ])('not: %s', (code) => {
    expect(marks(code).filter((mark) => mark.startsWith('destructive'))).toEqual([]);
  });

  test('the mark stands where the word stands', () => {
    const code = 'cd /srv && sudo xargs rm -rf';
    const mark = analyzeShell(code).hazards.find(({ hazard }) => hazard === 'destructive');
    expect(code.slice(mark?.start, mark?.end)).toBe('rm -rf');
  });

  test('the mark of a nested script stands inside its quotes', () => {
    const code = "ssh web-1 'systemctl restart nginx'";
    const mark = analyzeShell(code).hazards.find(({ hazard }) => hazard === 'destructive');
    expect(code.slice(mark?.start, mark?.end)).toBe('restart');
  });
});

describe('commands that need a terminal', () => {
  test.each([
    ['ssh db-1', 'ssh'],
    ['kubectl exec -it web-1 -- bash', 'exec -it'],
    ['docker run -it alpine sh', 'run -it'],
    ['psql -h db shop', 'psql'],
    ['redis-cli -h cache', 'redis-cli'],
    ['vim notes.txt', 'vim'],
    ['kubectl edit deploy/web', 'edit'],
    ['git rebase -i main', 'rebase -i'],
    ['crontab -e', 'crontab -e'],
    ['read -p "Go on? " answer', 'read'],
    ['heroku run rails console -a shop', 'run'],
    ['oc rsh web-1', 'rsh'],
    ['less /var/log/syslog', 'less'],
    ['passwd deploy', 'passwd'],
    ['gh run watch', 'run watch'],
    ['sudo systemctl status nginx', 'sudo'],
  ])('%s', (code, word) => {
    expect(marks(code)).toContain(`interactive: ${word}`);
  });

  test.each([
    'ssh db-1 uptime',
    'psql -c "SELECT 1"',
    'psql < dump.sql',
    'echo "SELECT 1" | psql',
    'psql <<SQL\nSELECT 1;\nSQL',
    'while read -r line; do echo "$line"; done < list.txt',
    'cat list.txt | while read -r line; do echo "$line"; done',
    'read -r first <<< "$line"',
    'kubectl exec web-1 -- ls',
    'bash deploy.sh',
    'python script.py',
    'sudo -n systemctl status nginx',
    'redis-cli ping',
  ])('not: %s', (code) => {
    expect(marks(code).filter((mark) => mark.startsWith('interactive'))).toEqual([]);
  });
});

describe('commands that do not end', () => {
  test.each([
    ['heroku logs --tail -a shop', 'logs --tail'],
    ['kubectl logs -f web-1', 'logs -f'],
    ['docker logs --follow web', 'logs --follow'],
    ['tail -f /var/log/syslog', 'tail -f'],
    ['tail -n 20 -F app.log', 'tail -F'],
    ['watch -n 2 kubectl get pods', 'watch'],
    ['top', 'top'],
    ['sudo socat -d TCP4-LISTEN:443,fork TCP4-CONNECT:localhost:8443', 'TCP4-LISTEN:443,fork'],
    ['kubectl port-forward svc/web 8080:80', 'port-forward'],
    ['kubectl get pods -w', 'get -w'],
    ['kubectl argo rollouts status web --watch', 'argo rollouts status --watch'],
    ['journalctl -u nginx -f', 'journalctl -f'],
    ['ping 10.0.0.1', 'ping'],
    ['dmesg -w', 'dmesg -w'],
    ['docker stats', 'stats'],
    ['while true; do date; sleep 5; done', 'while true'],
    ['sleep infinity', 'infinity'],
    ['ssh -N -L 8443:web:443 bastion', 'ssh -N'],
    ["ssh web-1 'tail -f app.log'", 'tail -f'],
  ])('%s', (code, word) => {
    expect(marks(code)).toContain(`follow: ${word}`);
  });

  test.each([
    'kubectl logs web-1 --tail=20',
    'docker logs --tail 20 web',
    'heroku logs -n 100 -a shop',
    'tail -20 app.log',
    'top -b -n 1',
    'ping -c 3 10.0.0.1',
    'kubectl get pods -owide',
    'kubectl rollout status deploy/web',
    'docker stats --no-stream',
    'while true; do curl -sf localhost && break; sleep 5; done',
    'kubectl port-forward svc/web 8080:80 &',
    'kubectl delete pod web-1 --wait',
    'sleep 10',
    'timeout 60 kubectl get pods -w',
  ])('not: %s', (code) => {
    expect(marks(code).filter((mark) => mark.startsWith('follow'))).toEqual([]);
  });
});
