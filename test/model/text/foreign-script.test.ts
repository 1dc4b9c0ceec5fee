import { expect, test } from 'vitest';
import { isForeignScript } from '../../../src/model/index.ts';

test.each([
  ['Перезапустите узел', true],
  ['AWS Systems Manager Session Manager로 대상 EC2에 접속한다. 현재 상태와 revision을 먼저 기록한다.', true],
  ['分步部署（手动）', true],
  ['请先在执行前确认备份已完成并且得到负责人批准 kubectl apply yaml', true],
  ['Restart the pod and wait (перезапуск)', false],
  ['Δ lag', false],
  ['Über den Router neu starten', false],
  ['', false],
])('%s: %s', (text, foreign) => expect(isForeignScript(text)).toBe(foreign));
