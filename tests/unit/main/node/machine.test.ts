import { describe, expect, it } from 'vitest';
import { createMachine, distributionName } from '../../../../src/main/node/machine.ts';

describe('distributionName', () => {
  it.each([
    ['NAME="Kylin"\nPRETTY_NAME="Kylin V10 SP1"\nVERSION_ID="v10"\n', 'Kylin V10 SP1'],
    ["PRETTY_NAME='UnionTech OS Desktop 20 Pro'\n", 'UnionTech OS Desktop 20 Pro'],
    ['PRETTY_NAME=Debian\n', 'Debian'],
    ['NAME="Somebody’s own"\n', ''],
    ['', ''],
  ])('reads %j', (file, name) => expect(distributionName(file)).toBe(name));
});

describe('createMachine', () => {
  it('tells this computer, with the Node that runs it', () => {
    const facts = createMachine().facts();
    expect(facts.node).toBe(process.versions.node);
    expect(facts.memoryBytes).toBeGreaterThan(facts.freeMemoryBytes);
    expect(facts.electron).toBe('');
  });
});
