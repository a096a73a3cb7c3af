import type { MessageFns } from './message-fns.ts';
import * as archive from './gen/huiyin/archive/v1/events.ts';
import * as assignment from './gen/huiyin/assignment/v1/events.ts';
import * as directory from './gen/huiyin/directory/v1/events.ts';
import * as evaluation from './gen/huiyin/evaluation/v1/events.ts';
import * as intake from './gen/huiyin/intake/v1/events.ts';
import * as meeting from './gen/huiyin/meeting/v1/events.ts';
import * as notification from './gen/huiyin/notification/v1/events.ts';
import * as supervision from './gen/huiyin/supervision/v1/events.ts';
import * as training from './gen/huiyin/training/v1/events.ts';
import type { ServiceName } from './services.ts';

/** Every event message of every service, by its protobuf name. */
const MODULES = {
  archive,
  assignment,
  directory,
  evaluation,
  intake,
  meeting,
  notification,
  supervision,
  training,
} satisfies Record<ServiceName, object>;

type Modules = typeof MODULES;

type Kebab<Name extends string> = Name extends `${infer Head}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<Head>}${Kebab<Rest>}`
    : `${Lowercase<Head>}-${Kebab<Rest>}`
  : Name;

type MessageNames<Module> = {
  [Name in keyof Module & string]: Module[Name] extends MessageFns<infer _> ? Name : never;
}[keyof Module & string];

/** Event types of a service: `SuggestionSubmitted` travels as `suggestion-submitted`. */
export type EventType<Service extends ServiceName> = Kebab<MessageNames<Modules[Service]>>;

/** The decoded message of an event type. */
export type EventMessage<Service extends ServiceName, Type extends EventType<Service>> = {
  [Name in MessageNames<Modules[Service]>]: Kebab<Name> extends Type
    ? Modules[Service][Name] extends MessageFns<infer Message>
      ? Message
      : never
    : never;
}[MessageNames<Modules[Service]>];

/** The codec of an event, or undefined when this release does not know the type. */
export function eventCodec(service: ServiceName, type: string): MessageFns<unknown> | undefined {
  const name = type.replace(/(^|-)([a-z])/g, (_, _dash: string, letter: string) => letter.toUpperCase());
  const found = (MODULES[service] as Record<string, unknown>)[name];
  return isCodec(found) ? found : undefined;
}

function isCodec(value: unknown): value is MessageFns<unknown> {
  return typeof value === 'object' && value !== null && 'fromJSON' in value && 'toJSON' in value;
}
