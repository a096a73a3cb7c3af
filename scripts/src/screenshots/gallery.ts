import type { Look } from './look.ts';
import { targetOf } from './targets.ts';

const STYLE = `body { font: 14px/22px sans-serif; margin: 24px; background: #f4f6f9; color: #1a2230 }
section { margin-bottom: 32px } .row { display: flex; gap: 16px; align-items: flex-start; overflow-x: auto }
figure { margin: 0; flex: none } img { display: block; max-height: 640px; max-width: 900px; border: 1px solid #dfe4eb; background: #fff }
li { color: #b01219 }`;

/** A page of HTML: each page's pictures beside its design target. `targets` is the folder of these, as a relative URL. */
export function gallery(looks: readonly Look[], targets: string | undefined): string {
  const pages = [...new Set(looks.map(({ page }) => page))];
  const said =
    targets === undefined ? '<p>../shared/design does not lie beside this clone: no targets.</p>' : '';
  const sections = pages.map((page) => {
    const own = looks.filter((look) => look.page === page);
    const target = targetOf(page);
    const drawn =
      targets === undefined || target === undefined ? '' : figure(`${targets}/${target}`, 'target');
    return `<section><h2>${escaped(page)}</h2><div class="row">${drawn}${own.map(picture).join('')}</div></section>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>${STYLE}</style>${said}${sections.join('')}`;
}

function picture({ state, role, device, picture: file, faults }: Look): string {
  const found = faults.filter(({ kind }) => kind !== 'advice');
  const list = found.map(({ kind, what }) => `<li>${escaped(`${kind}: ${what}`)}</li>`).join('');
  return figure(file, `${state} · ${role} · ${device}`, list === '' ? '' : `<ul>${list}</ul>`);
}

function figure(file: string, caption: string, below = ''): string {
  const address = escaped(file);
  return `<figure><a href="${address}"><img loading="lazy" src="${address}" alt="${escaped(caption)}"></a><figcaption>${escaped(caption)}${below}</figcaption></figure>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
