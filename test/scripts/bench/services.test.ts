import { readFileSync } from 'node:fs';
import { serviceCosts } from '../../../scripts/bench/engine';
import { asBytecode } from '../../../scripts/bench/engine-report';
import { meteredEngine } from '../../../scripts/bench/metered-engine';
import { ensurePackage } from '../../../scripts/build/ensure-package';

test('one of three reminders costs the engine no more than a cue', async () => {
  const engine = await meteredEngine();
  const { service, reminder } = await serviceCosts(readFileSync(await ensurePackage()), engine);
  expect(asBytecode(reminder)).toBeLessThanOrEqual(asBytecode(service));
});
