import { expect, it } from 'vitest';
import { translateSource } from './translate-source.ts';

function translated(source: string, context = ''): string | undefined {
  const made = translateSource(source, 'page.tsx', { runtime: '/say.ts', contextOf: () => context });
  return made?.code.replace(/^import .*\n/, '');
}

it('asks for texts and leaves the values where they are, with the texts in them', () => {
  expect(translated(`const name = '登记';`)).toBe(`const name = say$("登记");`);
  expect(translated('const said = `共 ${n} 件${late ? `，逾期 ${late} 件` : ""}`;')).toBe(
    'const said = say$("共 {0} 件{1}", [n, late ? say$("，逾期 {0} 件", [late]) : ""]);',
  );
});

it('hands elements over as values, of which React draws what comes back', () => {
  expect(translated(`const line = <p title="件数">共 <b>{n}</b><i>件</i></p>;`)).toBe(
    `const line = <p title={say$("件数")}>{show$("共 {0}{1}", [<b>{n}</b>, <i>{say$("件")}</i>])}</p>;`,
  );
});

it('names the context where a text has several meanings', () => {
  expect(translated(`const name = '交办';`, 'step')).toBe(`const name = say$("交办", [], "step");`);
  expect(translated('const name = `交办 ${n} 件`;', 'step')).toBe(
    `const name = say$("交办 {0} 件", [n], "step");`,
  );
});

it('imports what it asks, and leaves a source without Chinese alone', () => {
  const made = translateSource(`const name = '登记';`, 'page.tsx', {
    runtime: '/say.ts',
    contextOf: () => '',
  });
  expect(made?.code).toMatch(/^import \{ say as say\$, show as show\$ \} from "\/say\.ts";\n/);
  expect(translated(`const name = 'register';`)).toBeUndefined();
});
