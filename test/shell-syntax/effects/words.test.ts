import { describe, expect, test } from 'vitest';
import { analyzeShell } from '../../../src/shell-syntax/index.ts';

function destroying(code: string): readonly string[] {
  return analyzeShell(code).effects.filter(({ effect }) => effect === 'destroys').map(({ word }) => word);
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
    ['dd if=$OLD of=${DISK}1 bs=512', 'of=${DISK}1'],
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
    ['deploy() { helm rollback web; }\ndeploy', 'rollback'],
  ])('%s', (code, word) => {
    expect(destroying(code)).toEqual([word]);
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
    'curl -sf https://shop.example.com/deleted/1',
    'kill -l',
    'helm uninstall --help',
    'deploy() { helm rollback web; }',
  ])('not: %s', (code) => {
    expect(destroying(code)).toEqual([]);
  });

  test('the mark stands where the word stands', () => {
    const code = 'cd /srv && sudo xargs rm -rf';
    const mark = analyzeShell(code).effects.find(({ effect }) => effect === 'destroys');
    expect(code.slice(mark?.start, mark?.end)).toBe('rm -rf');
  });

  test('the mark of a nested script stands inside its quotes', () => {
    const code = "ssh web-1 'systemctl restart nginx'";
    const mark = analyzeShell(code).effects.find(({ effect }) => effect === 'destroys');
    expect(code.slice(mark?.start, mark?.end)).toBe('restart');
  });
});

test('a word that only its program gives a meaning is told with it', () => {
  const words = (code: string): readonly string[] => analyzeShell(code).effects.map(({ word }) => word);
  expect([words('date -u +%FT%TZ'), words('date +F'), words('git checkout -- .'), words('kubectl label pod web-1 tier-')]).toEqual([['date +%FT%TZ'], ['date +F'], ['checkout .'], ['label tier-']]);
});
