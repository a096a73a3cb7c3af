import type { NewEvent } from '@huiyin/kernel/event';
import { eventCodec } from './event-messages.ts';
import type { ServiceName } from './services.ts';

/**
 * The canonical JSON of a decider's event: what its protobuf message keeps of it. Throws when the service has no such
 * event or the payload has a field that the message would silently drop.
 */
export function encodeEvent(service: ServiceName, event: NewEvent): Record<string, unknown> {
  const codec = eventCodec(service, event.type);
  if (codec === undefined)
    throw new Error(`${service} has no event ${event.type} in proto/huiyin/${service}/v1/events.proto`);
  const message = codec.fromJSON(event.payload);
  const lost = droppedField(event.payload, message, '');
  if (lost !== undefined) throw new Error(`${event.type} has no field ${lost}`);
  return codec.toJSON(message) as Record<string, unknown>;
}

/** Path of the first field that the message does not know. */
function droppedField(given: unknown, kept: unknown, path: string): string | undefined {
  if (Array.isArray(given)) {
    const items = Array.isArray(kept) ? kept : [];
    return firstOf(given.map((item, index) => droppedField(item, items[index], `${path}[${index}]`)));
  }
  if (typeof given !== 'object' || given === null) return undefined;
  if (typeof kept !== 'object' || kept === null) return path;
  return firstOf(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) =>
        key in kept
          ? droppedField(value, (kept as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`)
          : path === ''
            ? key
            : `${path}.${key}`,
      ),
  );
}

function firstOf(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined);
}
