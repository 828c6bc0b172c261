/** The options of `npm run session`, parsed from its flags. */
import { LEGS, type Leg } from '../../core/body';
import { startingWith, DEFAULT_PLAN, type Plan } from '../../core/plan/plan';
import { err, ok, type Result } from '../../core/result';
import type { DeviceFacts } from '../../virtual-watch';
import { LANGUAGES, type Language } from '../../preview/text/texts';
import { listed, readFlags } from '../flags';
import { readPlanFile } from './plan-file';

export const USAGE = `npm run session -- [flags]

Runs a whole session from the built package on the virtual watch, and tells what is shown and felt.

  --plan FILE              a plan as JSON; without it the plan that the package comes with
  --leg left|right         which leg comes first
  --device NAME            a watch, such as "GTR 4" (Balance)
  --language en-US|zh-CN   what the watch speaks (en-US)
  --json                   the same for another program to read
  --help                   this text`;

export interface SessionOptions {
  readonly plan: Plan;
  readonly device: DeviceFacts;
  readonly language: Language;
  readonly json: boolean;
}

const FLAGS = {
  plan: { type: 'string' },
  leg: { type: 'string' },
  device: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const DEFAULT_DEVICE = 'Amazfit Balance';

/** The options, `help` if requested, or a message for each problem. */
export function readOptions(
  args: readonly string[],
  devices: readonly DeviceFacts[],
): Result<SessionOptions | 'help', readonly string[]> {
  const flags = readFlags(args, FLAGS);
  if (!flags.ok) return err([flags.error]);
  const asked = flags.value;
  if (asked.help === true) return ok('help');
  const device = readDevice(asked.device ?? DEFAULT_DEVICE, devices);
  const language = readChoice('--language', asked.language ?? 'en-US', LANGUAGES);
  const plan = readPlan(asked.plan, asked.leg);
  if (!device.ok || !language.ok || !plan.ok) {
    return err([device, language, plan].flatMap((result) => (result.ok ? [] : result.error)));
  }
  return ok({
    plan: plan.value,
    device: device.value,
    language: language.value,
    json: asked.json === true,
  });
}

type Sentences = readonly string[];

function readPlan(file: string | undefined, wanted: string | undefined): Result<Plan, Sentences> {
  const plan = planAsked(file);
  const leg = wanted === undefined ? undefined : readChoice('--leg', wanted, LEGS);
  if (leg?.ok === false) return plan.ok ? leg : err([...plan.error, ...leg.error]);
  return plan.ok && leg !== undefined ? beginningWith(plan.value, leg.value) : plan;
}

function planAsked(file: string | undefined): Result<Plan, Sentences> {
  if (file === undefined) return ok(DEFAULT_PLAN);
  return file === '' ? err(['--plan takes the path of a file, and none was given.']) : readPlanFile(file);
}

function beginningWith(plan: Plan, leg: Leg): Result<Plan, Sentences> {
  if (plan.legs.some((legPlan) => legPlan.leg === leg)) return ok(startingWith(plan, leg));
  return err([`--leg ${leg} is not possible: the plan does not hold the ${leg} leg.`]);
}

/** Finds a watch by name, with or without the brand, ignoring case. */
function readDevice(name: string, devices: readonly DeviceFacts[]): Result<DeviceFacts, Sentences> {
  const found = devices.find((device) => plain(device.name) === plain(name));
  if (found !== undefined) return ok(found);
  const names = devices.map((device) => device.name.replace(MAKER, ''));
  return err([`--device knows no "${name}". Possible are ${listed(names)}.`]);
}

const MAKER = /^Amazfit /i;

function plain(name: string): string {
  return name.trim().replace(MAKER, '').toLowerCase();
}

function readChoice<Choice extends string>(
  flag: string,
  value: string,
  choices: readonly Choice[],
): Result<Choice, Sentences> {
  const found = choices.find((choice) => choice === value);
  return found === undefined ? err([`${flag} takes ${listed(choices, 'or')}, not "${value}".`]) : ok(found);
}
