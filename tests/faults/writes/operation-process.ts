/**
 * The process that meets the faults: it takes one order a line, does the operation with the fault in it, goes on working
 * once the disk is well again, and answers with what it was told. Started with the environment of call-shim.ts.
 */
import { createInterface } from 'node:readline';
import { beginFaults, endFaults, type Plan } from './call-shim.ts';
import { operationNamed } from './operations.ts';
import { sceneIn, write } from './scene.ts';

export interface Order extends Plan {
  root: string;
  operation: string;
  /** Whether the operation is done at all; without it the run shows what the rest leads to. */
  acts: boolean;
  /** Whether a text is written afterwards, on a disk that is well again. */
  goesOn: boolean;
}

export interface Answer {
  /** What the operation told: null for success, else the code of its failure. */
  act: string | null;
  /** The same of the text written afterwards. */
  later: string | null;
}

export const laterText = '故障过后照常写下的文字。';

async function carryOut(order: Order): Promise<Answer> {
  const operation = operationNamed(order.operation);
  const scene = sceneIn(order.root, { ids: 'act' });
  const answer: Answer = { act: null, later: null };
  if (operation.opensItself !== true) {
    const opened = await scene.open();
    if (!opened.ok) throw new Error(`did not open before the faults: ${opened.error.code}`);
    await operation.arrange?.(scene);
  }
  if (order.acts) {
    beginFaults(order);
    const acted = await operation.act(scene);
    endFaults();
    if (!acted.ok) answer.act = acted.error.code;
  }
  if (order.goesOn) {
    scene.nameIds('later');
    let opened = await scene.open();
    if (!opened.ok && operation.recover !== undefined) {
      await operation.recover(scene);
      opened = await scene.open();
    }
    const later = opened.ok ? await write(scene, 'last', laterText) : opened;
    if (!later.ok) answer.later = later.error.code;
  }
  scene.close();
  return answer;
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await carryOut(JSON.parse(line) as Order);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
