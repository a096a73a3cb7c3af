const MS_PER_DAY = 86_400_000;
const DAYS_A_WEEK = 7;

/** `day` moved by calendar days. Both YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The seven days of the week in which a day lies, from Monday on. */
export function weekOf(day: string): readonly string[] {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % DAYS_A_WEEK;
  const monday = dayAfter(day, -sinceMonday);
  return Array.from({ length: DAYS_A_WEEK }, (_, index) => dayAfter(monday, index));
}
