/** 三色: green 绿 on time, yellow 黄 needs a push, red 红 late or in difficulty. From best to worst. */
export const COLOURS = ['green', 'yellow', 'red'] as const;

export type Colour = (typeof COLOURS)[number];

/** The colours that warn. */
export type Warning = Exclude<Colour, 'green'>;

export const COLOUR_NAMES: Readonly<Record<Colour, string>> = { green: '绿', yellow: '黄', red: '红' };

export function isWorse(colour: Colour, than: Colour): boolean {
  return COLOURS.indexOf(colour) > COLOURS.indexOf(than);
}

function worse(a: Colour, b: Colour): Colour {
  return isWorse(b, a) ? b : a;
}

export function better(a: Colour, b: Colour): Colour {
  return isWorse(b, a) ? a : b;
}

export function worstOf(colours: readonly Colour[]): Colour {
  return colours.reduce<Colour>(worse, 'green');
}

export function isColour(text: string): text is Colour {
  return (COLOURS as readonly string[]).includes(text);
}
