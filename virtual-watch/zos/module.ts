import { isApiLevelAtLeast } from '../machine/device';
import type { OddAnswer } from '../machine/odd-answers';
import { intoRealm } from '../machine/realm';
import type { Scope } from '../machine/scope';

/** A `@zos/…` module of the watch, as far as it is modelled. */
export interface ZosModule {
  readonly name: string;
  /** The permission that every function of it requires, according to the docs. */
  readonly permission?: string;
  /** Permissions that individual members require. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Members added after API 3.0. On an older watch they are `undefined`, as such an import is there. */
  readonly since?: Readonly<Record<string, string>>;
  /** Members that an app service may use (Zepp OS docs, App Service, System API Capabilities and Limitations). */
  readonly inService: 'all' | 'none' | ((member: string) => boolean);
  /** Members that a card is known, or can safely be assumed, to be allowed to use; none if absent. */
  readonly inCard?: 'all' | ((member: string) => boolean);
  /** Members that belong to the app as a whole, so that code of a page that has ended may still call them. */
  readonly outlivePage?: (member: string) => boolean;
  make(scope: Scope): Readonly<Record<string, unknown>>;
}

export const isGetter = (member: string): boolean => member.startsWith('get');

/**
 * The module as a script gets it from `require`. Reading a member that is not modelled is refused by name, so that a
 * missing member is never mistaken for an absent feature.
 */
export function openModule(module: ZosModule, scope: Scope): unknown {
  const members = module.make(scope);
  return new Proxy(members, {
    get(_, member) {
      if (typeof member === 'symbol') return undefined;
      const since = module.since?.[member];
      if (since !== undefined && !isApiLevelAtLeast(scope.device.apiLevel, since)) return undefined;
      if (!hasOwn(members, member)) return scope.notModelled(`${module.name}.${member}`);
      return withOddAnswers(module, member, guard(module, member, members[member], scope), scope);
    },
    set(_, member) {
      return scope.misuse(`${module.name}.${String(member)} cannot be set: a module is read-only`);
    },
  });
}

/** Like `Object.hasOwn`, which an engine of 2020 does not have. */
function hasOwn(members: object, member: string): boolean {
  return Object.prototype.hasOwnProperty.call(members, member);
}

/** The members of a module by name, including methods of its classes: `Vibrator.start`. */
export function membersOf(module: ZosModule, scope: Scope): readonly string[] {
  return Object.entries(module.make(scope)).flatMap(([name, member]) => [name, ...methodsOf(name, member)]);
}

function methodsOf(name: string, member: unknown): readonly string[] {
  if (!isClass(name, member)) return [];
  return Object.getOwnPropertyNames(member.prototype)
    .filter((method) => method !== 'constructor')
    .map((method) => `${name}.${method}`);
}

type AnyFunction = (...args: readonly unknown[]) => unknown;

function isFunction(member: unknown): member is AnyFunction {
  return typeof member === 'function';
}

type AnyClass = (new (...args: readonly never[]) => object) & { readonly prototype: object };

function isClass(name: string, member: unknown): member is AnyClass {
  return typeof member === 'function' && /^[A-Z][a-z]/.test(name);
}

function guard(module: ZosModule, name: string, member: unknown, scope: Scope): unknown {
  if (!isFunction(member)) return member;
  if (scope.kind === 'service' && !isInService(module, name)) {
    return () => scope.misuse(`${module.name}.${name} is not available in an app service`);
  }
  if (scope.kind === 'card' && !isInCard(module, name))
    return () => scope.notModelled(`${module.name}.${name} in a card`);
  const permission = module.permissions?.[name] ?? module.permission;
  const isAllowed = permission === undefined || scope.package.manifest.permissions.includes(permission);
  if (!isAllowed)
    return () => scope.misuse(`${module.name}.${name} needs the permission ${permission} in app.json`);
  if (module.outlivePage?.(name) === true) return member;
  return isClass(name, member) ? madeWhileAlive(member, scope) : whileAlive(member, scope);
}

/** Code whose page or process has ended may still hold a function; what a watch does then is unknown. */
function whileAlive(member: AnyFunction, scope: Scope): AnyFunction {
  return (...args) => {
    requireAlive(scope);
    return member(...args);
  };
}

/** Throws an error that the code can catch if its page or process has ended. */
export function requireAlive(scope: Scope): void {
  if (!scope.lifetime.alive) throw scope.error(`${scope.by} has ended`);
}

/** A class whose objects also stop working once their page or process has ended. */
function madeWhileAlive(Member: AnyClass, scope: Scope): unknown {
  return new Proxy(Member, {
    construct: (target, args, newTarget) =>
      new Proxy(Reflect.construct(target, args, newTarget) as object, {
        get(made, name) {
          const method: unknown = Reflect.get(made, name);
          // Bound, because private fields belong to the original object.
          return isFunction(method) ? whileAlive(method.bind(made), scope) : method;
        },
      }),
  });
}

/** The member, with any deviation this watch was told to have. */
function withOddAnswers(module: ZosModule, name: string, member: unknown, scope: Scope): unknown {
  const odd = scope.system.oddAnswers.of(module.name, name);
  if (odd === 'missing') return undefined;
  const isMethod = name.includes('.');
  if (!isMethod && isClass(name, member)) return oddClass(module, name, member, scope);
  if (isFunction(member)) return oddFunction(module, name, member, scope);
  return odd === undefined ? member : answerOf(odd, member, scope);
}

function oddFunction(module: ZosModule, name: string, member: AnyFunction, scope: Scope): AnyFunction {
  return (...args) => {
    const odd = scope.system.oddAnswers.of(module.name, name);
    if (odd === 'throws') throw scope.error(`${module.name}.${name} throws, as it was told to`);
    if (odd === 'doesNothing') return undefined;
    const answer = member(...args);
    return odd === undefined ? answer : answerOf(odd, answer, scope);
  };
}

function oddClass(module: ZosModule, name: string, Member: AnyClass, scope: Scope): unknown {
  const odd: unknown = new Proxy(Member, {
    construct(target, args, newTarget) {
      if (scope.system.oddAnswers.of(module.name, name) === 'throws')
        throw scope.error(`new ${name} throws, as it was told to`);
      const made = Reflect.construct(target, args, newTarget) as object;
      // A subclass made by the app keeps its own `this`.
      return newTarget === odd ? withOddMethods(module, name, made, scope) : made;
    },
  });
  return odd;
}

function withOddMethods(module: ZosModule, name: string, made: object, scope: Scope): object {
  return new Proxy(made, {
    get(target, method) {
      const member: unknown = Reflect.get(target, method);
      // Bound, because private fields belong to the original object.
      const bound = isFunction(member) ? member.bind(target) : member;
      return withOddAnswers(module, `${name}.${String(method)}`, bound, scope);
    },
  });
}

function answerOf(odd: OddAnswer, answer: unknown, scope: Scope): unknown {
  if (typeof odd === 'string') return answer;
  const wanted = 'answers' in odd ? odd.answers : odd.changes(answer);
  // Values taken from the true result already belong to the world.
  return wanted === answer ? answer : intoRealm(scope.realm, wanted);
}

function isInCard({ inCard }: ZosModule, member: string): boolean {
  return inCard === 'all' || inCard?.(member) === true;
}

function isInService({ inService }: ZosModule, member: string): boolean {
  if (inService === 'all') return true;
  return inService !== 'none' && inService(member);
}
