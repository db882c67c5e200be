// A vitest reporter that counts, and says of each skipped test why; the totals go to the file named in the environment.
import { writeFileSync } from 'node:fs';

export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    const skipped = [];
    for (const module of modules) {
      // A file that fails before its first test has no failed test to count.
      if (module.state() === 'failed' && module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        counts[result.state === 'pending' ? 'skipped' : result.state] += 1;
        if (result.state === 'skipped') skipped.push(`${test.fullName}: ${result.note ?? 'no reason given'}`);
      }
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    }
    for (const line of skipped) process.stdout.write(` ↓ skipped  ${line}\n`);
    const target = process.env.XIANGBAO_TEST_COUNTS;
    if (target) writeFileSync(target, JSON.stringify(counts));
  }
}
