/** Puts the cursor where a unit is added. */
export function focusUnits(): void {
  document.querySelector<HTMLElement>('.add-unit input')?.focus();
}
