/** One thing that was looked at; `wrong` is the line that says what is amiss and what to do. */
export interface Finding {
  readonly what: string;
  readonly wrong?: string;
}

export function fine(what: string): Finding {
  return { what };
}

export function wrong(what: string, line: string): Finding {
  return { what, wrong: line };
}
