/** Pictures of the design by the page whose target they are. */
const TARGETS: Readonly<Record<string, string>> = {
  'deputy-home': '01-deputy-home.png',
  write: '02-deputy-writing.png',
  draft: '02-deputy-writing.png',
  case: '03-case.png',
  today: '04-desk-today.png',
  assign: '06-assign-board.png',
  inbox: '07-unit-reply.png',
  reply: '07-unit-reply.png',
  'leader-home': '08-leader.png',
  wall: '05-wall.png',
  training: '13-training-matrix.png',
};

/** File name of the picture that the page is held against; undefined for pages that were never drawn. */
export function targetOf(page: string): string | undefined {
  return TARGETS[page];
}
