import type { Published, PublishedListener } from '@huiyin/bus/watch-events';

type Tell = (published: Published) => void;

/** Who waits for news of which stream. Kept in this process alone: whoever is cut off asks again. */
export class Watchers implements PublishedListener {
  readonly #watching = new Map<string, Set<Tell>>();

  /** Tells of every event of a stream until the answer is called. */
  watch(tenant: string, stream: string, tell: Tell): () => void {
    const key = keyOf(tenant, stream);
    const tells = this.#watching.get(key) ?? new Set();
    this.#watching.set(key, tells.add(tell));
    return () => {
      tells.delete(tell);
      if (tells.size === 0) this.#watching.delete(key);
    };
  }

  wants(tenant: string, stream: string): boolean {
    return this.#watching.has(keyOf(tenant, stream));
  }

  hear(published: Published): void {
    for (const tell of this.#watching.get(keyOf(published.tenant, published.stream)) ?? []) tell(published);
  }
}

function keyOf(tenant: string, stream: string): string {
  return `${tenant} ${stream}`;
}
